package org.plugcharge.evcc.session.din70121;

import org.plugcharge.evcc.session.ChargePoint;
import org.plugcharge.evcc.session.ControlPilot;
import org.plugcharge.evcc.session.Ending;
import org.plugcharge.v2g.din70121.V2gMessage;

import java.time.Instant;

/** What a car does; carried out in order by the host. */
public sealed interface Output {

    /** Send a message. */
    record Send(V2gMessage message) implements Output {}

    /** Start a timer, or set it anew. */
    record Arm(Timer timer, Instant deadline) implements Output {}

    /** Stop a timer, whether it runs or not. */
    record Disarm(Timer timer) implements Output {}

    /** Show this state on the control pilot. */
    record SetControlPilot(ControlPilot state) implements Output {}

    /** Close or open the car's contactors; {@link Input.ContactorsMoved} answers. */
    record MoveContactors(boolean close) implements Output {}

    /** A reading for display and report. */
    record Observed(ChargePoint point) implements Output {}

    /** Something worth knowing that changes nothing. */
    record Note(String text) implements Output {}

    /** Close the connection: the session is over. */
    record Close(Ending ending) implements Output {}
}
