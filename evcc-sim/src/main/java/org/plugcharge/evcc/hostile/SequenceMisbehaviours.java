package org.plugcharge.evcc.hostile;

import static org.plugcharge.evcc.hostile.Stroll.Point.AUTHORIZED;
import static org.plugcharge.evcc.hostile.Stroll.Point.CHARGING;
import static org.plugcharge.evcc.hostile.Stroll.Point.DISCOVERED;
import static org.plugcharge.evcc.hostile.Stroll.Point.NEGOTIATED;
import static org.plugcharge.evcc.hostile.Stroll.Point.PARAMETERS;
import static org.plugcharge.evcc.hostile.Stroll.Point.PRE_CHARGED;
import static org.plugcharge.evcc.hostile.Stroll.Point.SELECTED;
import static org.plugcharge.evcc.hostile.Stroll.Point.SET_UP;
import static org.plugcharge.v2g.iso2.ResponseCode.FAILED_CHARGING_PROFILE_INVALID;
import static org.plugcharge.v2g.iso2.ResponseCode.FAILED_NO_CHARGE_SERVICE_SELECTED;
import static org.plugcharge.v2g.iso2.ResponseCode.FAILED_SEQUENCE_ERROR;
import static org.plugcharge.v2g.iso2.ResponseCode.FAILED_SERVICE_ID_INVALID;
import static org.plugcharge.v2g.iso2.ResponseCode.FAILED_SERVICE_SELECTION_INVALID;
import static org.plugcharge.v2g.iso2.ResponseCode.FAILED_TARIFF_SELECTION_INVALID;
import static org.plugcharge.v2g.iso2.ResponseCode.FAILED_UNKNOWN_SESSION;
import static org.plugcharge.v2g.iso2.ResponseCode.FAILED_WRONG_CHARGE_PARAMETER;
import static org.plugcharge.v2g.iso2.ResponseCode.FAILED_WRONG_ENERGY_TRANSFER_MODE;

import org.plugcharge.evcc.hostile.Misbehaviour.Need;
import org.plugcharge.evcc.hostile.Stroll.Point;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.iso2.ChargingSession;
import org.plugcharge.v2g.iso2.ChargingStatusReq;
import org.plugcharge.v2g.iso2.EnergyTransferMode;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.PaymentOption;
import org.plugcharge.v2g.iso2.ServiceDetailReq;
import org.plugcharge.v2g.iso2.ServiceDiscoveryReq;
import org.plugcharge.v2g.iso2.SessionStopReq;
import org.plugcharge.v2g.iso2.V2gMessage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Right messages at the wrong time, in the wrong session, or with the wrong choice. */
final class SequenceMisbehaviours {

    private static final Bytes ZERO = Bytes.owning(new byte[8]);
    private static final int NO_SERVICE = 4_711;
    private static final int INTERNET = 3;

    private SequenceMisbehaviours() {}

    static List<Misbehaviour> all() {
        List<Misbehaviour> all = new ArrayList<>(order());
        all.addAll(identity());
        all.addAll(choices());
        return all;
    }

    private static List<Misbehaviour> order() {
        Demand sequenceError = Demand.code(FAILED_SEQUENCE_ERROR);
        return List.of(
                Misbehaviour.of(
                        "no-setup",
                        "asks for services before there is a session",
                        sequenceError,
                        target -> ask(target, NEGOTIATED, new ServiceDiscoveryReq(null, null))),
                Misbehaviour.of(
                        "setup-again",
                        "sets up a session in a session",
                        sequenceError,
                        target -> ask(target, SET_UP, Requests.setup())),
                Misbehaviour.of(
                        "replayed-request",
                        "sends the last request once more, octet for octet",
                        sequenceError,
                        SequenceMisbehaviours::replayed),
                Misbehaviour.of(
                        "no-authorization",
                        "goes on to the charge parameters without authorization",
                        sequenceError,
                        target ->
                                ask(
                                        target,
                                        SELECTED,
                                        Requests.parameters(EnergyTransferMode.DC_EXTENDED))),
                Misbehaviour.of(
                        "power-without-authorization",
                        "wants power before it is authorized",
                        sequenceError,
                        target -> ask(target, SELECTED, Requests.powerOn(1))),
                Misbehaviour.of(
                                "power-without-cable-check",
                                "wants DC power without cable check and pre-charge",
                                sequenceError,
                                target -> ask(target, PARAMETERS, Requests.powerOn(1)))
                        .needing(Need.DC),
                Misbehaviour.of(
                                "demand-without-power",
                                "demands current before PowerDelivery",
                                sequenceError,
                                target -> ask(target, PARAMETERS, Requests.demand()))
                        .needing(Need.DC),
                Misbehaviour.of(
                                "ac-loop-with-dc",
                                "asks for the status of an AC charge while it charges by DC",
                                sequenceError,
                                target -> ask(target, CHARGING, new ChargingStatusReq()))
                        .needing(Need.DC),
                Misbehaviour.of(
                        "after-the-end",
                        "goes on after SessionStop",
                        Demand.code(FAILED_SEQUENCE_ERROR, FAILED_UNKNOWN_SESSION)
                                .or(Demand.unanswered()),
                        SequenceMisbehaviours::afterTheEnd),
                Misbehaviour.of(
                                "yank",
                                "is torn from the cable while it charges, without a good-bye; must"
                                        + " find the station ready within 5 s",
                                Demand.undisturbed(),
                                SequenceMisbehaviours::yank)
                        .needing(Need.DC));
    }

    private static List<Misbehaviour> identity() {
        Demand unknownSession = Demand.code(FAILED_UNKNOWN_SESSION);
        return List.of(
                Misbehaviour.of(
                        "wrong-session",
                        "names another session, at every point up to the charge parameters"
                                + " [V2G2-460]",
                        unknownSession,
                        target -> identities(target, Bytes.fromHex("0102030405060708"))),
                Misbehaviour.of(
                                "zero-session",
                                "names session zero, at every point up to the charge parameters",
                                unknownSession,
                                target -> identities(target, ZERO))
                        .rows(5),
                Misbehaviour.of(
                                "zero-session-while-charging",
                                "names session zero in the charge loop",
                                unknownSession,
                                target -> identity(target, CHARGING, ZERO, Requests.demand()))
                        .rows(5)
                        .needing(Need.DC),
                Misbehaviour.of(
                        "short-session",
                        "names the session by half its id",
                        unknownSession,
                        SequenceMisbehaviours::shortIdentity),
                Misbehaviour.of(
                        "wrong-order-in-wrong-session",
                        "sends the wrong request under a wrong session: the order is judged first",
                        Demand.code(FAILED_SEQUENCE_ERROR),
                        target -> identity(target, SET_UP, ZERO, Requests.demand())),
                Misbehaviour.of(
                        "stranger-resumes",
                        "comes back to a session that never was: it is given a new one",
                        Demand.code(
                                org.plugcharge.v2g.iso2.ResponseCode.OK_NEW_SESSION_ESTABLISHED),
                        target ->
                                identity(
                                        target,
                                        NEGOTIATED,
                                        Bytes.fromHex("0807060504030201"),
                                        Requests.setup())));
    }

    private static List<Misbehaviour> choices() {
        return List.of(
                Misbehaviour.of(
                        "unknown-service",
                        "asks about a service that is not offered [V2G2-464]",
                        Demand.code(FAILED_SERVICE_ID_INVALID),
                        target -> ask(target, DISCOVERED, new ServiceDetailReq(NO_SERVICE))),
                Misbehaviour.of(
                        "no-charge-service",
                        "selects Internet and no charge",
                        Demand.code(
                                FAILED_NO_CHARGE_SERVICE_SELECTED,
                                FAILED_SERVICE_SELECTION_INVALID),
                        target ->
                                ask(
                                        target,
                                        DISCOVERED,
                                        Requests.selection(
                                                PaymentOption.EXTERNAL_PAYMENT, INTERNET))),
                Misbehaviour.of(
                                "ac-at-dc",
                                "wants AC from a DC station [V2G2-476]",
                                Demand.code(
                                        FAILED_WRONG_ENERGY_TRANSFER_MODE,
                                        FAILED_WRONG_CHARGE_PARAMETER),
                                SequenceMisbehaviours::alternating)
                        .needing(Need.DC),
                Misbehaviour.of(
                                "unknown-schedule",
                                "chooses a schedule that is not offered [V2G2-479]",
                                Demand.code(FAILED_TARIFF_SELECTION_INVALID),
                                target -> ask(target, PRE_CHARGED, Requests.powerOn(200)))
                        .needing(Need.DC),
                Misbehaviour.of(
                                "greedy-profile",
                                "announces a charging profile of 30 MW [V2G2-225]",
                                Demand.code(FAILED_CHARGING_PROFILE_INVALID),
                                SequenceMisbehaviours::greedy)
                        .needing(Need.DC));
    }

    private static List<Reaction> ask(Target target, Point point, Iso2Request request)
            throws NotReached, InterruptedException {
        try (Walk walk = target.walk(point)) {
            return List.of(walk.ask(request));
        }
    }

    private static List<Reaction> identities(Target target, Bytes id)
            throws NotReached, InterruptedException {
        List<Reaction> reactions = new ArrayList<>();
        reactions.addAll(identity(target, SET_UP, id, new ServiceDiscoveryReq(null, null)));
        reactions.addAll(
                identity(
                        target,
                        DISCOVERED,
                        id,
                        Requests.selection(PaymentOption.EXTERNAL_PAYMENT)));
        reactions.addAll(
                identity(
                        target,
                        SELECTED,
                        id,
                        new org.plugcharge.v2g.iso2.AuthorizationReq(null, null)));
        reactions.addAll(
                identity(
                        target,
                        AUTHORIZED,
                        id,
                        Requests.parameters(EnergyTransferMode.DC_EXTENDED)));
        return reactions;
    }

    private static List<Reaction> identity(
            Target target, Point point, Bytes id, Iso2Request request)
            throws NotReached, InterruptedException {
        try (Walk walk = target.walk(point)) {
            return List.of(walk.talk().say(V2gMessage.of(id, request)));
        }
    }

    private static List<Reaction> shortIdentity(Target target)
            throws NotReached, InterruptedException {
        try (Walk walk = target.walk(SET_UP)) {
            Bytes half = walk.sessionId().slice(0, walk.sessionId().length() / 2);
            return List.of(
                    walk.talk().say(V2gMessage.of(half, new ServiceDiscoveryReq(null, null))));
        }
    }

    private static List<Reaction> replayed(Target target) throws NotReached, InterruptedException {
        try (Walk walk = target.walk(DISCOVERED)) {
            Iso2Request selection = Requests.selection(PaymentOption.EXTERNAL_PAYMENT);
            walk.ask(selection);
            return List.of(walk.ask(selection));
        }
    }

    private static List<Reaction> afterTheEnd(Target target)
            throws NotReached, InterruptedException {
        try (Walk walk = target.walk(DISCOVERED)) {
            walk.ask(new SessionStopReq(ChargingSession.TERMINATE));
            return List.of(walk.ask(new ServiceDiscoveryReq(null, null)));
        }
    }

    private static List<Reaction> yank(Target target) throws NotReached, InterruptedException {
        try (Walk walk = target.walk(CHARGING)) {
            walk.ask(Requests.demand());
        }
        long start = System.nanoTime();
        try (Walk again = target.walk(SET_UP)) {
            Duration after = target.since(start);
            Reaction reaction = again.ask(new ServiceDiscoveryReq(null, null));
            return after.compareTo(Duration.ofSeconds(5)) <= 0
                    ? List.of(reaction)
                    : List.of(new Reaction.Silent(after));
        }
    }

    private static List<Reaction> alternating(Target target)
            throws NotReached, InterruptedException {
        try (Walk walk = target.walk(AUTHORIZED)) {
            if (!walk.dc()) {
                throw new NotReached("the station has no DC");
            }
            return List.of(walk.ask(Requests.parameters(EnergyTransferMode.AC_THREE_PHASE_CORE)));
        }
    }

    private static List<Reaction> greedy(Target target) throws NotReached, InterruptedException {
        try (Walk walk = target.walk(PRE_CHARGED)) {
            return List.of(walk.ask(Requests.overpowered(walk.schedule())));
        }
    }
}
