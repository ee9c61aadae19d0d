/**
 * Decides what an embedder implements: the hardware ({@link org.plugcharge.secc.evse.EvseDriver})
 * and the world behind the station ({@link org.plugcharge.secc.evse.Authorizer}).
 *
 * <p>Never knows a V2G message, a socket or a thread.
 *
 * <p>Follows the data that ISO 15118-2 and OCPP 2.0.1 exchange about one connector, in units of
 * this package.
 */
@NullMarked
package org.plugcharge.secc.evse;

import org.jspecify.annotations.NullMarked;
