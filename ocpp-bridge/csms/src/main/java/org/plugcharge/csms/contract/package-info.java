/**
 * Decides what an Authorize is answered with: what a chain's verdict and a token's status mean
 * together. Never fetches, stores or remembers anything. Follows OCPP 2.0.1 C07 with errata entry
 * 680.
 */
@NullMarked
package org.plugcharge.csms.contract;

import org.jspecify.annotations.NullMarked;
