package org.plugcharge.secc.session.din70121;

import org.plugcharge.secc.evse.ChargingNeeds;
import org.plugcharge.secc.evse.ChargingSchedule;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.din70121.ChargeParameterDiscoveryReq;
import org.plugcharge.v2g.din70121.Din70121Request;
import org.plugcharge.v2g.din70121.EvseProcessing;
import org.plugcharge.v2g.din70121.SessionStopReq;

import java.util.Optional;
import java.util.Set;

/**
 * The vehicle heard Ongoing and asks again until the back end has a schedule.
 *
 * @param answer what the back end said, once it did; an empty one in it means the station's own
 */
record AwaitSchedule(
        Session session, ChargingNeeds needs, Optional<Optional<ChargingSchedule>> answer)
        implements State {

    @Override
    public State in(Session changed) {
        return new AwaitSchedule(changed, needs, answer);
    }

    @Override
    public Set<Class<? extends Din70121Request>> expected() {
        return Set.of(ChargeParameterDiscoveryReq.class, SessionStopReq.class);
    }

    @Override
    public Step received(Din70121Request request, Now now) {
        return ChargeParameters.flaw(
                        (ChargeParameterDiscoveryReq) request, session.station().limits())
                .map(flaw -> Din70121Session.refuse(this, request, flaw.code(), flaw.reason(), now))
                .orElseGet(() -> answer(now));
    }

    private Step answer(Now now) {
        return answer.map(schedule -> offer(session, needs, schedule, now))
                .orElseGet(() ->
                        Step.to(
                                this,
                                ChargeParameters.answer(
                                        session,
                                        EvseProcessing.ONGOING,
                                        Agreement.of(
                                                session.station(),
                                                needs,
                                                Optional.empty(),
                                                now.at()),
                                        now)));
    }

    static Step offer(
            Session session, ChargingNeeds needs, Optional<ChargingSchedule> schedule, Now now) {
        Agreement agreement = Agreement.of(session.station(), needs, schedule, now.at());
        return Step.to(
                new AwaitCableCheck(session, agreement, false),
                new Output.Disarm(Timer.SCHEDULE),
                ChargeParameters.answer(session, EvseProcessing.FINISHED, agreement, now));
    }

    @Override
    public Step happened(Input input, Now now) {
        return switch (input) {
            case Input.Scheduled(Optional<ChargingSchedule> schedule) ->
                    Step.to(new AwaitSchedule(session, needs, Optional.of(schedule)));
            case Input.Fired(Timer timer) when timer == Timer.SCHEDULE && answer.isEmpty() ->
                    Step.to(new AwaitSchedule(session, needs, Optional.of(Optional.empty())));
            case Input other -> Step.to(this);
        };
    }
}
