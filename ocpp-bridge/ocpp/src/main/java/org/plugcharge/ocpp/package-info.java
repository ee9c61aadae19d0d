/**
 * OCPP-J for both ends of the connection: {@code json} reads and writes records, {@code v201} holds
 * the messages, {@code rpc} their order. Never opens a socket. Follows OCPP 2.0.1 Parts 2 and 4.
 */
@NullMarked
package org.plugcharge.ocpp;

import org.jspecify.annotations.NullMarked;
