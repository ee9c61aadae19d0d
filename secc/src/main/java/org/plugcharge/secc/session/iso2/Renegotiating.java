package org.plugcharge.secc.session.iso2;

import org.plugcharge.secc.evse.EvseCommand;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.ChargeParameterDiscoveryReq;
import org.plugcharge.v2g.iso2.DcEvseStatusCode;
import org.plugcharge.v2g.iso2.EvseNotification;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.PowerDeliveryReq;
import org.plugcharge.v2g.iso2.PowerDeliveryRes;
import org.plugcharge.v2g.iso2.ResponseCode;

import java.util.Optional;
import java.util.Set;

/**
 * The vehicle asks for other schedules while the contactor stays closed; with DC the current is
 * zero meanwhile.
 *
 * @param asked whether the back end was asked
 * @param answer what it said, once it did; an empty one in it means the station's own
 */
record Renegotiating(Charging charging, boolean asked, Optional<Optional<Schedules>> answer)
        implements State, State.Flowing {

    static Step begin(Charging charging, Now now) {
        return Step.to(
                new Renegotiating(charging, false, Optional.empty()),
                new Output.Command(idle(charging, now)),
                charging.session()
                        .send(
                                new PowerDeliveryRes(
                                        ResponseCode.OK,
                                        Answers.status(
                                                charging.choice().agreement().limits(),
                                                DcEvseStatusCode.READY,
                                                EvseNotification.NONE,
                                                now))));
    }

    private static EvseCommand idle(Charging charging, Now now) {
        return switch (charging.choice().agreement()) {
            case Agreement.Dc _ -> new EvseCommand.Deliver(now.evse().milliVolts(), 0);
            case Agreement.Ac ac ->
                    new EvseCommand.Allow(Answers.allowed(ac, charging.choice(), now));
        };
    }

    @Override
    public Session session() {
        return charging.session();
    }

    @Override
    public Choice choice() {
        return charging.choice();
    }

    @Override
    public boolean stopping() {
        return charging.stopping();
    }

    @Override
    public Set<Class<? extends Iso2Request>> expected() {
        return Set.of(ChargeParameterDiscoveryReq.class, PowerDeliveryReq.class);
    }

    @Override
    public Step received(Iso2Request request, Input.Received input, Now now) {
        return switch (request) {
            case ChargeParameterDiscoveryReq discovery ->
                    ChargeParameters.flaw(discovery, session())
                            .map(flaw ->
                                    Iso2Session.refuse(
                                            this, request, flaw.code(), flaw.reason(), now))
                            .orElseGet(() -> discover(discovery, now));
            case PowerDeliveryReq delivery -> stopOnly(this, charging, delivery, now);
            case Iso2Request other ->
                    throw new IllegalStateException("not expected here: " + other);
        };
    }

    /** Of all PowerDeliveryReq only Stop fits where no new schedule was chosen yet. */
    private static Step stopOnly(
            State state, Charging charging, PowerDeliveryReq request, Now now) {
        return switch (request.progress()) {
            case STOP -> charging.powerDelivery(request, now);
            case START, RENEGOTIATE ->
                    Iso2Session.refuse(
                            state,
                            request,
                            ResponseCode.FAILED,
                            "the vehicle has no schedule to choose from",
                            now);
        };
    }

    private Step discover(ChargeParameterDiscoveryReq request, Now now) {
        if (!asked) {
            return Step.to(
                    new Renegotiating(charging, true, answer),
                    new Output.Schedule(
                            choice().identification(),
                            ChargeParameters.needs(request, session().station().limits())),
                    Session.arm(Timer.SCHEDULE, now),
                    ChargeParameters.ongoing(session(), now));
        }
        return answer.map(schedules -> offer(request, schedules, now))
                .orElseGet(() -> Step.to(this, ChargeParameters.ongoing(session(), now)));
    }

    private Step offer(
            ChargeParameterDiscoveryReq request, Optional<Schedules> schedules, Now now) {
        Agreement agreement =
                ChargeParameters.agree(
                        session(), choice().identification(), request, schedules, now);
        return Step.to(
                new Renegotiated(charging, agreement),
                new Output.Disarm(Timer.SCHEDULE),
                ChargeParameters.finished(session(), agreement, request, now));
    }

    @Override
    public Step happened(Input input, Now now) {
        return switch (input) {
            case Input.Scheduled(Optional<Schedules> schedules) -> Step.to(answered(schedules));
            case Input.Fired(Timer timer) when timer == Timer.SCHEDULE ->
                    Step.to(answered(Optional.empty()));
            case Input.StopRequested _ ->
                    Step.to(
                            new Renegotiating(
                                    charging.wishing(EvseNotification.STOP_CHARGING),
                                    asked,
                                    answer));
            case Input other -> Step.to(this);
        };
    }

    private Renegotiating answered(Optional<Schedules> schedules) {
        return new Renegotiating(charging, asked, Optional.of(schedules));
    }
}
