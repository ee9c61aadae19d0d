package org.plugcharge.evcc.session.din70121;

import org.plugcharge.v2g.din70121.V2gMessage;

/** What happens to a car in a session. */
public sealed interface Input {

    /** The connection is up, and both sides agreed on DIN SPEC 70121. */
    record Begin() implements Input {}

    /** A message came. */
    record Received(V2gMessage message) implements Input {}

    /** Something came that is no message. */
    record Garbled(String reason) implements Input {}

    /** An armed timer reached its deadline. The host delivers it only if it is still armed then. */
    record Fired(Timer timer) implements Input {}

    /** Answers {@link Output.MoveContactors}. */
    record ContactorsMoved(boolean closed) implements Input {}

    /** The car could not do what an output asked for. */
    record OwnFault(String reason) implements Input {}

    /** The driver wants to stop. */
    record StopRequested() implements Input {}

    /** The station shows E or F on the control pilot. */
    record PilotFault() implements Input {}

    /** The cable was pulled. */
    record Unplugged() implements Input {}

    /** The station closed the connection, or it broke. */
    record LinkLost(String reason) implements Input {}
}
