package org.plugcharge.secc.session.iso2;

import org.plugcharge.secc.evse.Identification;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.ChargeParameterDiscoveryReq;
import org.plugcharge.v2g.iso2.Iso2Request;

import java.util.Optional;
import java.util.Set;

/**
 * The back end was asked for schedules; {@code request} is answered as soon as they are there, or
 * with Ongoing when that takes too long for one answer.
 */
record Scheduling(
        Session session, Identification identification, ChargeParameterDiscoveryReq request)
        implements State, State.Pending {

    @Override
    public Set<Class<? extends Iso2Request>> expected() {
        return Set.of();
    }

    @Override
    public Step received(Iso2Request unexpected, Input.Received input, Now now) {
        throw new IllegalStateException("nothing is expected here: " + unexpected);
    }

    @Override
    public Step happened(Input input, Now now) {
        return switch (input) {
            case Input.Scheduled(Optional<Schedules> schedules) ->
                    AwaitChargeParameters.offer(session, identification, request, schedules, now)
                            .and(new Output.Disarm(Timer.SCHEDULE_ANSWER));
            case Input.Fired(Timer timer) when timer == Timer.SCHEDULE_ANSWER ->
                    Step.to(
                            new AwaitSchedules(session, identification, Optional.empty()),
                            ChargeParameters.ongoing(session, now));
            case Input other -> Step.to(this);
        };
    }
}
