package org.plugcharge.secc.session.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.ChargingEvent.EndReason;
import org.plugcharge.secc.evse.DcLimits;
import org.plugcharge.secc.evse.EvseCommand;
import org.plugcharge.secc.evse.EvseReading.Contactor;
import org.plugcharge.secc.evse.Identification;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.ChargingStatusReq;
import org.plugcharge.v2g.iso2.CurrentDemandReq;
import org.plugcharge.v2g.iso2.DcEvseStatus;
import org.plugcharge.v2g.iso2.DcEvseStatusCode;
import org.plugcharge.v2g.iso2.EvseNotification;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.Iso2Response;
import org.plugcharge.v2g.iso2.PowerDeliveryReq;
import org.plugcharge.v2g.iso2.ResponseCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Energy flows: CurrentDemand goes round with DC, ChargingStatus with AC. */
record Charging(Session session, Choice choice, Loop loop) implements State, State.Flowing {

    private static final int UNKNOWN_CHARGE = -1;

    @Override
    public Set<Class<? extends Iso2Request>> expected() {
        return switch (choice.agreement()) {
            case Agreement.Dc _ -> Set.of(CurrentDemandReq.class, PowerDeliveryReq.class);
            case Agreement.Ac _ -> Set.of(ChargingStatusReq.class, PowerDeliveryReq.class);
        };
    }

    @Override
    public Step received(Iso2Request request, Input.Received input, Now now) {
        return switch (request) {
            case CurrentDemandReq demand when choice.agreement() instanceof Agreement.Dc dc ->
                    deliver(demand, dc, now);
            case ChargingStatusReq _ when choice.agreement() instanceof Agreement.Ac ac ->
                    allow(ac, now);
            case PowerDeliveryReq delivery -> powerDelivery(delivery, now);
            case Iso2Request other ->
                    throw new IllegalStateException("not expected here: " + other);
        };
    }

    Step powerDelivery(PowerDeliveryReq request, Now now) {
        return switch (request.progress()) {
            case START ->
                    Iso2Session.refuse(
                            this,
                            request,
                            ResponseCode.FAILED_SEQUENCE_ERROR,
                            "power was already started",
                            now);
            case STOP -> stop(request, now);
            case RENEGOTIATE -> Renegotiating.begin(this, now);
        };
    }

    private Step deliver(CurrentDemandReq request, Agreement.Dc agreement, Now now) {
        Boolean receipt = receipt(now);
        return goOn(
                new EvseCommand.Deliver(
                        milliVolts(request, agreement.limits()),
                        milliAmps(request, agreement.limits(), now)),
                Answers.currentDemand(
                        ResponseCode.OK,
                        status(now),
                        session.station().evseId(),
                        choice,
                        agreement.limits(),
                        receipt,
                        now),
                request.evStatus().soc(),
                receipt,
                now);
    }

    private static int milliVolts(CurrentDemandReq request, DcLimits limits) {
        return Math.clamp(Answers.milli(request.targetVoltage()), 0, limits.maximumMilliVolts());
    }

    /** What the vehicle asks for, within what the outlet can do and what was offered. */
    private int milliAmps(CurrentDemandReq request, DcLimits limits, Now now) {
        int wanted =
                Math.clamp(
                        Answers.milli(request.targetCurrent()),
                        0,
                        Answers.available(limits.maximumMilliAmps(), now));
        int milliVolts = milliVolts(request, limits);
        return milliVolts == 0
                ? wanted
                : (int) Math.min(wanted, choice.watts(now.at()) * 1_000_000L / milliVolts);
    }

    private DcEvseStatus status(Now now) {
        return Answers.dcStatus(
                loop.stopping() ? DcEvseStatusCode.SHUTDOWN : DcEvseStatusCode.READY,
                loop.wish(),
                now);
    }

    private Step allow(Agreement.Ac agreement, Now now) {
        Boolean receipt = receipt(now);
        return goOn(
                new EvseCommand.Allow(Answers.allowed(agreement, choice, now)),
                Answers.chargingStatus(
                        ResponseCode.OK,
                        Answers.acStatus(loop.wish(), now),
                        session.station().evseId(),
                        choice,
                        agreement,
                        receipt,
                        now),
                UNKNOWN_CHARGE,
                receipt,
                now);
    }

    /** Whether the vehicle has to sign for the meter now; null where it never has to. */
    private @Nullable Boolean receipt(Now now) {
        boolean byContract = choice.identification() instanceof Identification.Contract;
        return session.station()
                .policy()
                .receiptEvery()
                .filter(_ -> byContract)
                .map(every -> !now.at().isBefore(loop.receipted().plus(every)))
                .orElse(null);
    }

    private Step goOn(
            EvseCommand command,
            Iso2Response answer,
            int stateOfCharge,
            @Nullable Boolean receipt,
            Now now) {
        List<Output> outputs = new ArrayList<>();
        outputs.add(new Output.Command(command));
        outputs.add(session.send(answer));
        Loop next = loop;
        if (!now.at().isBefore(loop.told().plus(session.station().meterInterval()))) {
            next = loop.told(now.at());
            outputs.add(new Output.Tell(metered(stateOfCharge, now)));
        }
        Charging on = new Charging(session, choice, next);
        return new Step(
                Boolean.TRUE.equals(receipt)
                        ? new AwaitReceipt(on, Answers.meter(now.meter()))
                        : on,
                outputs);
    }

    private static ChargingEvent metered(int stateOfCharge, Now now) {
        return new ChargingEvent.Metered(
                now.at(),
                now.meter(),
                now.evse().milliVolts(),
                now.evse().milliAmps(),
                stateOfCharge);
    }

    private Step stop(PowerDeliveryReq request, Now now) {
        EndReason reason = loop.stopping() ? EndReason.STATION : EndReason.VEHICLE;
        OpeningContactor opening =
                new OpeningContactor(session, choice.agreement(), request, reason);
        return now.evse().contactor() == Contactor.OPEN
                ? opening.opened(now)
                : Step.to(
                        opening,
                        new Output.Command(new EvseCommand.OpenContactor()),
                        Session.arm(Timer.CONTACTOR, now));
    }

    @Override
    public Step happened(Input input, Now now) {
        return switch (input) {
            case Input.StopRequested _ -> Step.to(wishing(EvseNotification.STOP_CHARGING));
            case Input.RenegotiationRequested _ -> Step.to(wishing(EvseNotification.RENEGOTIATION));
            case Input other -> Step.to(this);
        };
    }

    @Override
    public boolean stopping() {
        return loop.stopping();
    }

    Charging wishing(EvseNotification wish) {
        return new Charging(session, choice, loop.wishing(wish));
    }
}
