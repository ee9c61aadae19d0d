package org.plugcharge.secc.session.din70121;

import org.plugcharge.secc.evse.Authorization;
import org.plugcharge.secc.evse.ChargingSchedule;
import org.plugcharge.v2g.din70121.V2gMessage;

import java.util.Optional;

/** What can happen to a session. */
public sealed interface Input {

    /** A message came. */
    record Received(V2gMessage message) implements Input {}

    /** The answer to {@link Output.Authorize}. */
    record Authorized(Authorization authorization) implements Input {}

    /** The answer to {@link Output.Schedule}; empty for the station's own. */
    record Scheduled(Optional<ChargingSchedule> schedule) implements Input {}

    /** The back end has another schedule than the one energy flows under. */
    record SchedulesChanged() implements Input {}

    /**
     * Pilot, contactor, isolation or fault changed; {@link org.plugcharge.secc.session.Now} says to
     * what.
     */
    record HardwareChanged() implements Input {}

    /** The back end or the operator wants charging to stop. */
    record StopRequested() implements Input {}

    /** An armed timer ran out. */
    record Fired(Timer timer) implements Input {}

    /** The connection is gone. */
    record LinkLost(String reason) implements Input {}
}
