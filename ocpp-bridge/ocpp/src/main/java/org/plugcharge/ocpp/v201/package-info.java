/**
 * Decides which messages of OCPP 2.0.1 exist for this product, with which fields, lengths and list
 * sizes. Never reads or writes octets and never decides what a message means. Follows OCPP 2.0.1
 * Part 2 as far as its schemas state it, with the errata of 2023-12.
 */
@NullMarked
package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.NullMarked;
