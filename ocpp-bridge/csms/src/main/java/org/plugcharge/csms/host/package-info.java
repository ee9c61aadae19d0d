/**
 * Decides who may be connected and hands what stations say to where it is decided: the WebSocket
 * server, one session a station, the answers to their calls. Never validates a chain or a payload
 * itself. Follows OCPP 2.0.1 Part 4 and security profile 2.
 */
@NullMarked
package org.plugcharge.csms.host;

import org.jspecify.annotations.NullMarked;
