package org.plugcharge.secc.session.din70121;

import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.ChargingNeeds;
import org.plugcharge.secc.evse.EvseCommand;
import org.plugcharge.secc.evse.Identification;
import org.plugcharge.v2g.din70121.V2gMessage;

import java.time.Instant;

/** What a session wants done. */
public sealed interface Output {

    /** Send a message to the vehicle. */
    record Send(V2gMessage message) implements Output {}

    /** Command the hardware. */
    record Command(EvseCommand command) implements Output {}

    /** Ask whether charging may begin; the answer is {@link Input.Authorized}. */
    record Authorize(Identification.External identification) implements Output {}

    /** Ask which schedule to offer; the answer is {@link Input.Scheduled}. */
    record Schedule(Identification.External identification, ChargingNeeds needs)
            implements Output {}

    /** Tell the back end. */
    record Tell(ChargingEvent event) implements Output {}

    /** Let {@code timer} run out at {@code at}; replaces the one armed before. */
    record Arm(Timer timer, Instant at) implements Output {}

    /** Forget {@code timer}. */
    record Disarm(Timer timer) implements Output {}

    /**
     * End the connection; nothing follows. {@code orderly} if the vehicle had said good-bye with
     * SessionStopReq.
     */
    record Close(String reason, boolean orderly) implements Output {}
}
