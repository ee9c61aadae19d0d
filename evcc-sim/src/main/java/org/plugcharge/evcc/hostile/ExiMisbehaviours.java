package org.plugcharge.evcc.hostile;

import static org.plugcharge.evcc.hostile.Stroll.Point.NEGOTIATED;

import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.appprotocol.AppProtocolCodec;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolReq;
import org.plugcharge.v2g.iso2.Iso2Codec;
import org.plugcharge.v2g.iso2.Iso2Namespaces;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.SessionSetupRes;
import org.plugcharge.v2g.iso2.V2gMessage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What a car can do wrong with the octets of a message, and with the handshake. */
final class ExiMisbehaviours {

    private static final Duration SOON = Duration.ofSeconds(6);
    private static final long SEED = 15118;
    private static final int FLIPS = 24;
    private static final Bytes NO_SESSION = Bytes.of((byte) 0);

    private ExiMisbehaviours() {}

    static List<Misbehaviour> all() {
        Demand settled = Demand.answered().or(Demand.closed(SOON));
        return List.of(
                Misbehaviour.of(
                                "bit-flips",
                                "sends SessionSetupReq with one bit turned over, "
                                        + FLIPS
                                        + " times",
                                settled,
                                ExiMisbehaviours::bitFlips)
                        .rows(3),
                Misbehaviour.of(
                                "truncated",
                                "sends SessionSetupReq cut off at each octet",
                                Demand.refused().or(Demand.closed(SOON)),
                                ExiMisbehaviours::truncated)
                        .rows(3),
                Misbehaviour.of(
                                "random-message",
                                "sends 200 octets of chance as a message",
                                Demand.refused().or(Demand.closed(SOON)),
                                target -> session(target, random(200)))
                        .rows(3),
                Misbehaviour.of(
                                "long-list",
                                "offers 30 protocols where 20 may be",
                                Demand.noProtocol().or(Demand.closed(SOON)),
                                ExiMisbehaviours::longList)
                        .rows(3),
                Misbehaviour.of(
                        "handshake-again",
                        "offers its protocols a second time",
                        Demand.refused().or(Demand.closed(SOON)),
                        target ->
                                session(
                                        target,
                                        AppProtocolCodec.encode(
                                                Walk.offer(Iso2Namespaces.MESSAGE)))),
                Misbehaviour.of(
                        "no-handshake",
                        "begins with SessionSetupReq",
                        Demand.unanswered(),
                        ExiMisbehaviours::noHandshake),
                Misbehaviour.of(
                        "response-for-request",
                        "answers where it should ask",
                        Demand.unanswered(),
                        target ->
                                session(
                                        target,
                                        Iso2Codec.encode(
                                                V2gMessage.of(
                                                        NO_SESSION,
                                                        new SessionSetupRes(
                                                                ResponseCode.OK,
                                                                "DE*PLC*E1",
                                                                null))))),
                Misbehaviour.of(
                                "unknown-protocol",
                                "offers a protocol that nobody speaks",
                                Demand.noProtocol(),
                                target -> handshake(target, Walk.offer("urn:example:charging")))
                        .rows(9),
                Misbehaviour.of(
                                "iso20-without-tls13",
                                "offers ISO 15118-20 only, over what ISO 15118-2 runs on",
                                Demand.noProtocol(),
                                target ->
                                        handshake(
                                                target, Walk.offer("urn:iso:std:iso:15118:-20:DC")))
                        .rows(9));
    }

    private static List<Reaction> bitFlips(Target target) throws NotReached, InterruptedException {
        Bytes right = Iso2Codec.encode(V2gMessage.of(NO_SESSION, Requests.setup()));
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
        Bytes right = Iso2Codec.encode(V2gMessage.of(NO_SESSION, Requests.setup()));
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
        try (Walk walk = target.walk(NEGOTIATED)) {
            return List.of(walk.talk().sayExi("SessionSetupReq", exi));
        }
    }

    private static List<Reaction> handshake(Target target, SupportedAppProtocolReq offer)
            throws NotReached, InterruptedException {
        try (Talk talk = target.connect()) {
            return List.of(talk.sayExi("supportedAppProtocolReq", AppProtocolCodec.encode(offer)));
        }
    }

    private static List<Reaction> noHandshake(Target target)
            throws NotReached, InterruptedException {
        try (Talk talk = target.connect()) {
            return List.of(talk.say(V2gMessage.of(NO_SESSION, Requests.setup())));
        }
    }

    /** Each entry says that another follows, past the last that the schema allows. */
    private static List<Reaction> longList(Target target) throws NotReached, InterruptedException {
        try (Talk talk = target.connect()) {
            return List.of(talk.sayExi("supportedAppProtocolReq", LongOffer.of(30)));
        }
    }
}
