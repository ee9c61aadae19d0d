package org.plugcharge.secc.session.iso2;

import org.plugcharge.secc.evse.ChargingSchedule;
import org.plugcharge.secc.evse.EvseCommand;
import org.plugcharge.secc.evse.EvseReading.Lock;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.ChargingProfile;
import org.plugcharge.v2g.iso2.DcEvseStatusCode;
import org.plugcharge.v2g.iso2.EvseNotification;
import org.plugcharge.v2g.iso2.PowerDeliveryReq;
import org.plugcharge.v2g.iso2.PowerDeliveryRes;
import org.plugcharge.v2g.iso2.ResponseCode;

import java.util.Optional;
import java.util.function.Function;

/** What PowerDeliveryReq means before energy flows. */
final class PowerStart {

    private PowerStart() {}

    static Step powerDelivery(
            State state,
            Agreement agreement,
            PowerDeliveryReq request,
            Input.Received input,
            Now now) {
        return switch (request.progress()) {
            case START ->
                    choose(
                            state,
                            agreement,
                            request,
                            now,
                            choice -> close(state, choice, request, input, now));
            case STOP ->
                    withoutPower(
                            state,
                            agreement,
                            new AwaitSessionStop(state.session(), agreement),
                            now);
            case RENEGOTIATE ->
                    Iso2Session.refuse(
                            state,
                            request,
                            ResponseCode.FAILED,
                            "there is nothing to renegotiate before energy flows",
                            now);
        };
    }

    /**
     * The schedule must be one that was offered, a profile must keep within it; no profile is a
     * profile too: vehicles in the field send none.
     */
    static Step choose(
            State state,
            Agreement agreement,
            PowerDeliveryReq request,
            Now now,
            Function<Choice, Step> next) {
        Optional<ChargingSchedule> schedule =
                agreement.offered().schedule(request.scheduleTupleId());
        if (schedule.isEmpty()) {
            return Iso2Session.refuse(
                    state,
                    request,
                    ResponseCode.FAILED_TARIFF_SELECTION_INVALID,
                    "schedule " + request.scheduleTupleId() + " was not offered",
                    now); // [V2G2-479]
        }
        Choice choice = new Choice(agreement, schedule.get());
        ChargingProfile profile = request.chargingProfile();
        return Optional.ofNullable(profile)
                .flatMap(given -> ProfileCheck.flaw(given, choice))
                .map(flaw ->
                        Iso2Session.refuse(
                                state,
                                request,
                                ResponseCode.FAILED_CHARGING_PROFILE_INVALID,
                                "the charging profile does not fit: " + flaw,
                                now)) // [V2G2-225]
                .orElseGet(() -> next.apply(choice));
    }

    /** The contactor closes only for a vehicle that shows C or D [V2G2-847]. */
    private static Step close(
            State state, Choice choice, PowerDeliveryReq request, Input.Received input, Now now) {
        return now.evse().pilot().ready()
                ? command(state.session(), choice, request, now)
                : AwaitPilot.until(
                        AwaitPilot.Wanted.READY,
                        state,
                        input,
                        ResponseCode.FAILED_POWER_DELIVERY_NOT_APPLIED,
                        now);
    }

    /** The plug is held before the contactor closes. */
    private static Step command(Session session, Choice choice, PowerDeliveryReq request, Now now) {
        boolean held = now.evse().lock() != Lock.UNLOCKED;
        return Step.to(
                new ClosingContactor(session, choice, request, held),
                new Output.Command(
                        held ? new EvseCommand.CloseContactor() : new EvseCommand.LockConnector()),
                Session.arm(Timer.CONTACTOR, now));
    }

    /**
     * The vehicle thought better of it: nothing was started, so nothing is stopped but the
     * pre-charge.
     */
    private static Step withoutPower(State state, Agreement agreement, State next, Now now) {
        return Step.to(
                next,
                new Output.Command(new EvseCommand.OpenContactor()),
                new Output.Disarm(Timer.PRE_CHARGE),
                state.session()
                        .send(
                                new PowerDeliveryRes(
                                        ResponseCode.OK,
                                        Answers.status(
                                                agreement.limits(),
                                                DcEvseStatusCode.NOT_READY,
                                                EvseNotification.NONE,
                                                now))));
    }
}
