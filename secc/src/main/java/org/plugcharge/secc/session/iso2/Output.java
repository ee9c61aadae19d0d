package org.plugcharge.secc.session.iso2;

import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.ChargingNeeds;
import org.plugcharge.secc.evse.EvseCommand;
import org.plugcharge.secc.evse.Identification;
import org.plugcharge.v2g.iso2.V2gMessage;

import java.time.Instant;
import java.util.Map;

/** What a session wants done. */
public sealed interface Output {

    /** Send a message to the vehicle. */
    record Send(V2gMessage message) implements Output {}

    /** Command the hardware. */
    record Command(EvseCommand command) implements Output {}

    /** Ask who may charge; the answer is {@link Input.Authorized}. */
    record Authorize(Identification identification) implements Output {}

    /**
     * Get the answer to a whole CertificateInstallationReq message; the answer is {@link
     * Input.Installed}.
     */
    record Install(Bytes exiRequest) implements Output {}

    /**
     * Get the answer to a whole CertificateUpdateReq message; the answer is {@link
     * Input.Installed}.
     */
    record Update(Bytes exiRequest) implements Output {}

    /** Ask which schedules to offer; the answer is {@link Input.Scheduled}. */
    record Schedule(Identification identification, ChargingNeeds needs) implements Output {}

    /** The vehicle chose these services beside charging, by id and parameter set (0 for none). */
    record Serve(Map<Integer, Integer> services) implements Output {}

    /** Keep this for when the vehicle comes back. */
    record Keep(PausedSession session) implements Output {}

    /** Remember that this vehicle's contract was refused. */
    record Note(FailedContract contract) implements Output {}

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
