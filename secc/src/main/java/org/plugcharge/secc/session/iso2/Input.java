package org.plugcharge.secc.session.iso2;

import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.Authorization;
import org.plugcharge.v2g.iso2.V2gMessage;

import java.util.Optional;

/** What can happen to a session. */
public sealed interface Input {

    /** A message came; {@code exi} are its octets. */
    record Received(V2gMessage message, Bytes exi) implements Input {}

    /** The answer to {@link Output.Authorize}. */
    record Authorized(Authorization authorization) implements Input {}

    /**
     * The answer to {@link Output.Install} or {@link Output.Update}, with its signature; empty when
     * there is none, or none that can be read.
     */
    record Installed(Optional<V2gMessage> response) implements Input {}

    /** The answer to {@link Output.Schedule}; empty for the station's own. */
    record Scheduled(Optional<Schedules> schedules) implements Input {}

    /** There are other schedules: the vehicle should ask for them. */
    record RenegotiationRequested() implements Input {}

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
