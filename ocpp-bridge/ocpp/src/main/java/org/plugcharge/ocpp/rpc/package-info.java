/**
 * Decides how CALLs, CALLRESULTs and CALLERRORs of OCPP-J follow one another: one CALL in flight a
 * direction, deadlines, message ids used twice, answers nobody waits for, frames that are none.
 * Never opens a socket, reads a clock or decides what a message means; time comes in, frames go out
 * as values. Follows OCPP 2.0.1 Part 4.
 */
@NullMarked
package org.plugcharge.ocpp.rpc;

import org.jspecify.annotations.NullMarked;
