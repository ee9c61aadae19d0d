package org.plugcharge.secc.session.iso2;

import org.plugcharge.secc.evse.Identification;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.ChargeParameterDiscoveryReq;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.SessionStopReq;

import java.util.Optional;
import java.util.Set;

/**
 * The vehicle heard Ongoing and asks again until the back end has schedules.
 *
 * @param answer what the back end said, once it did; an empty one in it means the station's own
 */
record AwaitSchedules(
        Session session, Identification identification, Optional<Optional<Schedules>> answer)
        implements State {

    @Override
    public Set<Class<? extends Iso2Request>> expected() {
        return Set.of(ChargeParameterDiscoveryReq.class, SessionStopReq.class);
    }

    @Override
    public Step received(Iso2Request request, Input.Received input, Now now) {
        ChargeParameterDiscoveryReq discovery = (ChargeParameterDiscoveryReq) request;
        return ChargeParameters.flaw(discovery, session)
                .map(flaw -> Iso2Session.refuse(this, request, flaw.code(), flaw.reason(), now))
                .orElseGet(() -> answer(discovery, now));
    }

    private Step answer(ChargeParameterDiscoveryReq request, Now now) {
        return answer.map(schedules ->
                        AwaitChargeParameters.offer(
                                session, identification, request, schedules, now))
                .orElseGet(() -> Step.to(this, ChargeParameters.ongoing(session, now)));
    }

    @Override
    public Step happened(Input input, Now now) {
        return switch (input) {
            case Input.Scheduled(Optional<Schedules> schedules) -> Step.to(answered(schedules));
            case Input.Fired(Timer timer) when timer == Timer.SCHEDULE && answer.isEmpty() ->
                    Step.to(answered(Optional.empty()));
            case Input other -> Step.to(this);
        };
    }

    private AwaitSchedules answered(Optional<Schedules> schedules) {
        return new AwaitSchedules(session, identification, Optional.of(schedules));
    }
}
