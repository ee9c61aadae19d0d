/**
 * Decides how a station keeps its side of OCPP 2.0.1: when to connect, announce itself and say that
 * it lives, what it asks the CSMS on behalf of the SECC, and that no transaction event is ever lost
 * or out of order. Never decides whether a vehicle may charge on its own when the CSMS can be
 * asked, and knows no V2G message. Follows OCPP 2.0.1 use cases A02, B01-B04, C07, E04, E13, F06
 * and M01 as far as the README says.
 */
@NullMarked
package org.plugcharge.ocpp.station;

import org.jspecify.annotations.NullMarked;
