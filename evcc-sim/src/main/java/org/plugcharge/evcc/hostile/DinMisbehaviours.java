package org.plugcharge.evcc.hostile;

import static org.plugcharge.evcc.hostile.Stroll.Point.AUTHORIZED;
import static org.plugcharge.evcc.hostile.Stroll.Point.CABLE_CHECKED;
import static org.plugcharge.evcc.hostile.Stroll.Point.CHARGING;
import static org.plugcharge.evcc.hostile.Stroll.Point.DISCOVERED;
import static org.plugcharge.evcc.hostile.Stroll.Point.NEGOTIATED;
import static org.plugcharge.evcc.hostile.Stroll.Point.PARAMETERS;
import static org.plugcharge.evcc.hostile.Stroll.Point.PRE_CHARGED;
import static org.plugcharge.evcc.hostile.Stroll.Point.SELECTED;
import static org.plugcharge.evcc.hostile.Stroll.Point.SET_UP;
import static org.plugcharge.v2g.din70121.ResponseCode.FAILED_PAYMENT_SELECTION_INVALID;
import static org.plugcharge.v2g.din70121.ResponseCode.FAILED_SEQUENCE_ERROR;
import static org.plugcharge.v2g.din70121.ResponseCode.FAILED_SERVICE_SELECTION_INVALID;
import static org.plugcharge.v2g.din70121.ResponseCode.FAILED_TARIFF_SELECTION_INVALID;
import static org.plugcharge.v2g.din70121.ResponseCode.FAILED_UNKNOWN_SESSION;
import static org.plugcharge.v2g.din70121.ResponseCode.FAILED_WRONG_CHARGE_PARAMETER;
import static org.plugcharge.v2g.din70121.ResponseCode.FAILED_WRONG_ENERGY_TRANSFER_TYPE;
import static org.plugcharge.v2g.din70121.ResponseCode.OK_NEW_SESSION_ESTABLISHED;

import org.plugcharge.evcc.hostile.Misbehaviour.Deed;
import org.plugcharge.evcc.hostile.Misbehaviour.Need;
import org.plugcharge.evcc.hostile.Stroll.Point;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.appprotocol.AppProtocolCodec;
import org.plugcharge.v2g.din70121.ChargingStatusReq;
import org.plugcharge.v2g.din70121.Din70121Codec;
import org.plugcharge.v2g.din70121.Din70121Namespaces;
import org.plugcharge.v2g.din70121.Din70121Request;
import org.plugcharge.v2g.din70121.EvRequestedEnergyTransfer;
import org.plugcharge.v2g.din70121.EvseProcessing;
import org.plugcharge.v2g.din70121.PaymentOption;
import org.plugcharge.v2g.din70121.ServiceDetailReq;
import org.plugcharge.v2g.din70121.SessionStopReq;
import org.plugcharge.v2g.din70121.V2gMessage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What a car can do wrong by DIN SPEC 70121: order, session, choices, octets. */
final class DinMisbehaviours {

    private static final Bytes ZERO = Bytes.owning(new byte[8]);
    private static final Bytes STRANGE = Bytes.fromHex("0102030405060708");
    private static final int NO_SERVICE = 4_711;
    private static final int CHARGE_SERVICE = 1;
    private static final int MOST_VOLTS = 30_000;
    private static final Duration SOON = Duration.ofSeconds(6);
    private static final long SEED = 70121;
    private static final int FLIPS = 24;

    private DinMisbehaviours() {}

    static List<Misbehaviour> all() {
        List<Misbehaviour> all = new ArrayList<>(order());
        all.addAll(identity());
        all.addAll(choices());
        all.addAll(octets());
        return all;
    }

    private static Misbehaviour din(String name, String does, Demand demand, Deed deed) {
        return Misbehaviour.of("din-" + name, does + ", by DIN SPEC 70121", demand, deed)
                .needing(Need.DIN);
    }

    private static List<Misbehaviour> order() {
        Demand sequenceError = Demand.code(FAILED_SEQUENCE_ERROR); // [V2G-DC-390]
        return List.of(
                din(
                        "no-setup",
                        "asks for services before there is a session",
                        sequenceError,
                        target -> ask(target, NEGOTIATED, DinRequests.services())),
                din(
                        "setup-again",
                        "sets up a session in a session",
                        sequenceError,
                        target -> ask(target, SET_UP, DinRequests.setup())),
                din(
                        "replayed-request",
                        "sends the last request once more, octet for octet",
                        sequenceError,
                        DinMisbehaviours::replayed),
                din(
                        "no-authorization",
                        "goes on to the charge parameters without authorization",
                        sequenceError,
                        target ->
                                ask(
                                        target,
                                        SELECTED,
                                        DinRequests.parameters(
                                                EvRequestedEnergyTransfer.DC_EXTENDED))),
                din(
                        "power-without-authorization",
                        "wants power before it is authorized",
                        sequenceError,
                        target -> ask(target, SELECTED, DinRequests.powerOn())),
                din(
                        "power-without-cable-check",
                        "wants power without cable check and pre-charge",
                        sequenceError,
                        target -> ask(target, PARAMETERS, DinRequests.powerOn())),
                din(
                        "demand-without-power",
                        "demands current before PowerDelivery",
                        sequenceError,
                        target -> ask(target, PRE_CHARGED, DinRequests.demand())),
                din(
                        "ac-loop-with-dc",
                        "asks for the status of an AC charge while it charges by DC",
                        sequenceError,
                        target -> ask(target, CHARGING, new ChargingStatusReq())),
                din(
                        "after-the-end",
                        "goes on after SessionStop",
                        Demand.code(FAILED_SEQUENCE_ERROR, FAILED_UNKNOWN_SESSION)
                                .or(Demand.unanswered()),
                        DinMisbehaviours::afterTheEnd),
                din(
                        "yank",
                        "is torn from the cable while it charges, without a good-bye; must find"
                                + " the station ready within 5 s",
                        Demand.undisturbed(),
                        DinMisbehaviours::yank));
    }

    private static List<Misbehaviour> identity() {
        Demand unknownSession = Demand.code(FAILED_UNKNOWN_SESSION); // [V2G-DC-391]
        return List.of(
                din(
                        "wrong-session",
                        "names another session, at every point up to the charge parameters",
                        unknownSession,
                        target -> identities(target, STRANGE)),
                din(
                                "zero-session",
                                "names session zero, at every point up to the charge parameters",
                                unknownSession,
                                target -> identities(target, ZERO))
                        .rows(5),
                din(
                                "zero-session-while-charging",
                                "names session zero in the charge loop",
                                unknownSession,
                                target -> identity(target, CHARGING, ZERO, DinRequests.demand()))
                        .rows(5),
                din(
                        "short-session",
                        "names the session by half its id",
                        unknownSession,
                        DinMisbehaviours::shortIdentity),
                din(
                        "stranger-resumes",
                        "comes back to a session that never was: it is given a new one",
                        Demand.code(OK_NEW_SESSION_ESTABLISHED),
                        target -> identity(target, NEGOTIATED, STRANGE, DinRequests.setup())));
    }

    private static List<Misbehaviour> choices() {
        return List.of(
                din(
                                "contract",
                                "wants to pay by contract, without TLS [V2G-DC-395]",
                                Demand.code(FAILED_PAYMENT_SELECTION_INVALID),
                                target ->
                                        ask(
                                                target,
                                                DISCOVERED,
                                                DinRequests.selection(
                                                        PaymentOption.CONTRACT, CHARGE_SERVICE)))
                        .rows(8),
                din(
                        "no-charge-service",
                        "selects a service that is none [V2G-DC-396]",
                        Demand.code(FAILED_SERVICE_SELECTION_INVALID),
                        target ->
                                ask(
                                        target,
                                        DISCOVERED,
                                        DinRequests.selection(
                                                PaymentOption.EXTERNAL_PAYMENT, NO_SERVICE))),
                din(
                        "unknown-service",
                        "asks about a service that is not offered",
                        Demand.refused(),
                        target -> ask(target, DISCOVERED, new ServiceDetailReq(NO_SERVICE))),
                din(
                        "ac-at-dc",
                        "wants AC from a DC station [V2G-DC-397]",
                        Demand.code(
                                FAILED_WRONG_ENERGY_TRANSFER_TYPE, FAILED_WRONG_CHARGE_PARAMETER),
                        target ->
                                ask(
                                        target,
                                        AUTHORIZED,
                                        DinRequests.parameters(
                                                EvRequestedEnergyTransfer.AC_THREE_PHASE_CORE))),
                din(
                        "high-voltage",
                        "wants a pre-charge to " + MOST_VOLTS + " V",
                        Demand.refused(),
                        target -> ask(target, CABLE_CHECKED, DinRequests.preCharge(MOST_VOLTS))),
                din(
                        "unknown-schedule",
                        "chooses a schedule that is not offered [V2G-DC-400]",
                        Demand.code(FAILED_TARIFF_SELECTION_INVALID),
                        target -> ask(target, PRE_CHARGED, DinRequests.powerOn(200))));
    }

    private static List<Misbehaviour> octets() {
        Demand settled = Demand.answered().or(Demand.closed(SOON));
        return List.of(
                din(
                                "bit-flips",
                                "sends SessionSetupReq with one bit turned over, "
                                        + FLIPS
                                        + " times",
                                settled,
                                DinMisbehaviours::bitFlips)
                        .rows(3),
                din(
                                "truncated",
                                "sends SessionSetupReq cut off at each octet",
                                Demand.refused().or(Demand.closed(SOON)),
                                DinMisbehaviours::truncated)
                        .rows(3),
                din(
                                "random-message",
                                "sends 200 octets of chance as a message",
                                Demand.refused().or(Demand.closed(SOON)),
                                target -> session(target, random(200)))
                        .rows(3),
                din(
                        "response-for-request",
                        "answers where it should ask",
                        Demand.unanswered(),
                        target -> session(target, response())),
                din(
                        "handshake-again",
                        "offers its protocols a second time",
                        Demand.refused().or(Demand.closed(SOON)),
                        target ->
                                session(
                                        target,
                                        AppProtocolCodec.encode(
                                                Walk.offer(Din70121Namespaces.MESSAGE)))),
                din(
                        "fragmented",
                        "sends requests octet by octet",
                        Demand.undisturbed(),
                        DinMisbehaviours::fragmented),
                Misbehaviour.of(
                                "din-over-tls",
                                "offers only DIN SPEC 70121, which knows no TLS, over TLS",
                                Demand.noProtocol(),
                                DinMisbehaviours::overTls)
                        .rows(9)
                        .needing(Need.TLS));
    }

    private static List<Reaction> ask(Target target, Point point, Din70121Request request)
            throws NotReached, InterruptedException {
        try (DinWalk walk = target.dinWalk(point)) {
            return List.of(walk.ask(request));
        }
    }

    private static List<Reaction> identities(Target target, Bytes id)
            throws NotReached, InterruptedException {
        List<Reaction> reactions = new ArrayList<>();
        reactions.addAll(identity(target, SET_UP, id, DinRequests.services()));
        reactions.addAll(identity(target, DISCOVERED, id, DinRequests.selection()));
        reactions.addAll(identity(target, SELECTED, id, DinRequests.authentication()));
        reactions.addAll(
                identity(
                        target,
                        AUTHORIZED,
                        id,
                        DinRequests.parameters(EvRequestedEnergyTransfer.DC_EXTENDED)));
        return reactions;
    }

    private static List<Reaction> identity(
            Target target, Point point, Bytes id, Din70121Request request)
            throws NotReached, InterruptedException {
        try (DinWalk walk = target.dinWalk(point)) {
            return List.of(walk.talk().say(V2gMessage.of(id, request)));
        }
    }

    private static List<Reaction> shortIdentity(Target target)
            throws NotReached, InterruptedException {
        try (DinWalk walk = target.dinWalk(SET_UP)) {
            Bytes half = walk.sessionId().slice(0, walk.sessionId().length() / 2);
            return List.of(walk.talk().say(V2gMessage.of(half, DinRequests.services())));
        }
    }

    private static List<Reaction> replayed(Target target) throws NotReached, InterruptedException {
        try (DinWalk walk = target.dinWalk(DISCOVERED)) {
            walk.ask(DinRequests.selection());
            return List.of(walk.ask(DinRequests.selection()));
        }
    }

    private static List<Reaction> afterTheEnd(Target target)
            throws NotReached, InterruptedException {
        try (DinWalk walk = target.dinWalk(DISCOVERED)) {
            walk.ask(new SessionStopReq());
            return List.of(walk.ask(DinRequests.services()));
        }
    }

    private static List<Reaction> yank(Target target) throws NotReached, InterruptedException {
        try (DinWalk walk = target.dinWalk(CHARGING)) {
            walk.ask(DinRequests.demand());
        }
        long start = System.nanoTime();
        try (DinWalk again = target.dinWalk(SET_UP)) {
            Duration after = target.since(start);
            Reaction reaction = again.ask(DinRequests.services());
            return after.compareTo(Duration.ofSeconds(5)) <= 0
                    ? List.of(reaction)
                    : List.of(new Reaction.Silent(after));
        }
    }

    private static Bytes setup() {
        return Din70121Codec.encode(V2gMessage.of(Bytes.of((byte) 0), DinRequests.setup()));
    }

    private static Bytes response() {
        return Din70121Codec.encode(
                V2gMessage.of(
                        Bytes.of((byte) 0),
                        new org.plugcharge.v2g.din70121.ContractAuthenticationRes(
                                org.plugcharge.v2g.din70121.ResponseCode.OK,
                                EvseProcessing.FINISHED)));
    }

    private static List<Reaction> bitFlips(Target target) throws NotReached, InterruptedException {
        Bytes right = setup();
        Random random = new Random(SEED);
        List<Reaction> reactions = new ArrayList<>();
        for (int i = 0; i < FLIPS; i++) {
            byte[] octets = right.toArray();
            int bit = random.nextInt(octets.length * 8);
            octets[bit / 8] ^= (byte) (1 << bit % 8);
            reactions.addAll(session(target, Bytes.owning(octets)));
        }
        return reactions;
    }

    private static List<Reaction> truncated(Target target) throws NotReached, InterruptedException {
        Bytes right = setup();
        List<Reaction> reactions = new ArrayList<>();
        for (int length = 1; length < right.length(); length++) {
            reactions.addAll(session(target, right.slice(0, length)));
        }
        return reactions;
    }

    private static Bytes random(int length) {
        byte[] octets = new byte[length];
        new Random(SEED).nextBytes(octets);
        return Bytes.owning(octets);
    }

    /** Says these octets where SessionSetupReq belongs. */
    private static List<Reaction> session(Target target, Bytes exi)
            throws NotReached, InterruptedException {
        try (DinWalk walk = target.dinWalk(NEGOTIATED)) {
            return List.of(walk.talk().sayExi("SessionSetupReq", exi));
        }
    }

    private static List<Reaction> fragmented(Target target)
            throws NotReached, InterruptedException {
        try (DinWalk walk = target.dinWalk(NEGOTIATED)) {
            walk.talk().drip(Talk.frame(setup()));
            return List.of(walk.talk().next("SessionSetupReq", Talk.PATIENCE));
        }
    }

    private static List<Reaction> overTls(Target target) throws NotReached, InterruptedException {
        try (Talk talk = target.secured()) {
            return List.of(
                    talk.sayExi(
                            "supportedAppProtocolReq",
                            AppProtocolCodec.encode(Walk.offer(Din70121Namespaces.MESSAGE))));
        }
    }
}
