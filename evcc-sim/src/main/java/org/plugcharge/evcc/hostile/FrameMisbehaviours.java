package org.plugcharge.evcc.hostile;

import static org.plugcharge.evcc.hostile.Stroll.Point.NEGOTIATED;
import static org.plugcharge.evcc.hostile.Stroll.Point.SET_UP;

import org.plugcharge.evcc.hostile.Misbehaviour.Need;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.appprotocol.AppProtocolCodec;
import org.plugcharge.v2g.iso2.Iso2Namespaces;
import org.plugcharge.v2g.iso2.ServiceDiscoveryReq;
import org.plugcharge.v2g.iso2.V2gMessage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a car can do wrong with frames and with time. */
final class FrameMisbehaviours {

    private static final Duration SETUP_LIMIT = Duration.ofSeconds(21);
    private static final Duration SEQUENCE_LIMIT = Duration.ofSeconds(62);
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final int CROWD = 32;
    private static final Duration CROWD_LIMIT = Duration.ofSeconds(25);

    /** A session that says nothing for longer gives way to another. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private static final int TRIES = 10;

    private FrameMisbehaviours() {}

    static List<Misbehaviour> all() {
        return List.of(
                Misbehaviour.of(
                                "huge-length",
                                "says that four gigabytes follow and sends some",
                                Demand.closed(SOON),
                                FrameMisbehaviours::hugeLength)
                        .rows(2),
                Misbehaviour.of(
                                "wrong-version",
                                "sends a header of another version of V2GTP",
                                Demand.unanswered(),
                                target -> raw(target, "02fd80010000000180", SOON))
                        .rows(2),
                Misbehaviour.of(
                                "empty-frame",
                                "sends a frame without a message",
                                Demand.unanswered(),
                                target -> raw(target, "01fe800100000000", SOON))
                        .rows(2),
                Misbehaviour.of(
                        "unknown-frame",
                        "puts a frame of unknown type before a request [V2G2-800]",
                        Demand.undisturbed(),
                        FrameMisbehaviours::unknownFrame),
                Misbehaviour.of(
                        "fragmented",
                        "sends requests octet by octet",
                        Demand.undisturbed(),
                        FrameMisbehaviours::fragmented),
                Misbehaviour.of(
                        "coalesced",
                        "sends the second request before the first is answered, in one piece",
                        Demand.undisturbed(),
                        FrameMisbehaviours::coalesced),
                Misbehaviour.of(
                                "noise",
                                "speaks HTTP",
                                Demand.unanswered(),
                                target -> raw(target, "474554202f20485454502f312e310d0a0d0a", SOON))
                        .rows(2),
                Misbehaviour.of(
                                "silence",
                                "connects and says nothing",
                                Demand.closed(SETUP_LIMIT),
                                target -> raw(target, "", SETUP_LIMIT))
                        .rows(20),
                Misbehaviour.of(
                                "trickle",
                                "sends a header and then an octet a second",
                                Demand.closed(SETUP_LIMIT),
                                FrameMisbehaviours::trickle)
                        .rows(20),
                Misbehaviour.of(
                                "silence-in-session",
                                "sets a session up and says no more",
                                Demand.closed(SEQUENCE_LIMIT),
                                FrameMisbehaviours::silenceInSession)
                        .rows(20)
                        .needing(Need.TIME),
                Misbehaviour.of(
                                "crowd",
                                "opens "
                                        + CROWD
                                        + " connections that say nothing, and then wants"
                                        + " to charge within 25 s",
                                Demand.undisturbed(),
                                FrameMisbehaviours::crowd)
                        .rows(20),
                Misbehaviour.of(
                        "second-car",
                        "opens a second session beside one that goes on",
                        Demand.undisturbed(),
                        FrameMisbehaviours::secondCar));
    }

    private static List<Reaction> raw(Target target, String hex, Duration patience)
            throws NotReached, InterruptedException {
        try (Talk talk = target.connect()) {
            talk.write(Bytes.fromHex(hex));
            return List.of(talk.next("noise", patience));
        }
    }

    private static List<Reaction> hugeLength(Target target)
            throws NotReached, InterruptedException {
        try (Talk talk = target.connect()) {
            talk.write(Bytes.fromHex("01fe8001ffffffff"));
            talk.write(Bytes.owning(new byte[1_000]));
            return List.of(talk.next("noise", SOON));
        }
    }

    private static List<Reaction> unknownFrame(Target target)
            throws NotReached, InterruptedException {
        try (Walk walk = target.walk(SET_UP)) {
            walk.talk().write(Bytes.fromHex("01feb00000000003010203"));
            return List.of(walk.ask(new ServiceDiscoveryReq(null, null)));
        }
    }

    private static List<Reaction> fragmented(Target target)
            throws NotReached, InterruptedException {
        try (Walk walk = target.walk(NEGOTIATED)) {
            walk.talk().drip(Talk.frame(V2gMessage.of(Bytes.of((byte) 0), Requests.setup())));
            return List.of(walk.talk().next("SessionSetupReq", Talk.PATIENCE));
        }
    }

    private static List<Reaction> coalesced(Target target) throws NotReached, InterruptedException {
        try (Talk talk = target.connect()) {
            Bytes handshake = AppProtocolCodec.encode(Walk.offer(Iso2Namespaces.MESSAGE));
            talk.write(
                    Talk.frame(handshake)
                            .plus(Talk.frame(V2gMessage.of(Bytes.of((byte) 0), Requests.setup()))));
            Reaction first = talk.next("supportedAppProtocolReq", Talk.PATIENCE);
            talk.negotiated();
            return List.of(first, talk.next("SessionSetupReq", Talk.PATIENCE));
        }
    }

    private static List<Reaction> trickle(Target target) throws NotReached, InterruptedException {
        try (Talk talk = target.connect()) {
            long start = System.nanoTime();
            talk.write(Bytes.fromHex("01fe800100000020"));
            while (true) {
                Reaction reaction = talk.next("half a message", Duration.ofSeconds(1));
                Duration after = target.since(start);
                if (reaction instanceof Reaction.Closed closed) {
                    return List.of(new Reaction.Closed(after, closed.how()));
                }
                if (after.compareTo(SETUP_LIMIT) > 0) {
                    return List.of(new Reaction.Silent(after));
                }
                talk.write(Bytes.of((byte) 0x80));
            }
        }
    }

    private static List<Reaction> silenceInSession(Target target)
            throws NotReached, InterruptedException {
        try (Walk walk = target.walk(SET_UP)) {
            return List.of(walk.talk().next("nothing", SEQUENCE_LIMIT));
        }
    }

    private static List<Reaction> crowd(Target target) throws NotReached, InterruptedException {
        List<Talk> idle = new ArrayList<>();
        try {
            for (int i = 0; i < CROWD; i++) {
                stay(target, idle);
            }
            long start = System.nanoTime();
            while (true) {
                try (Walk walk = target.walk(SET_UP)) {
                    return List.of(walk.ask(new ServiceDiscoveryReq(null, null)));
                } catch (NotReached e) {
                    if (target.since(start).compareTo(CROWD_LIMIT) > 0) {
                        return List.of(new Reaction.Gibberish(String.valueOf(e.getMessage())));
                    }
                    Thread.sleep(200);
                }
            }
        } finally {
            idle.forEach(Talk::close);
        }
    }

    /** One of the crowd; that it is turned away is the station's right. */
    private static void stay(Target target, List<Talk> idle) {
        try {
            idle.add(target.connect());
        } catch (NotReached e) {
            // Fewer of them is no loss.
        }
    }

    /** Again where the machine was so slow that the first session was none any more. */
    private static List<Reaction> secondCar(Target target) throws NotReached, InterruptedException {
        for (int i = 1; ; i++) {
            long start = System.nanoTime();
            try (Walk first = target.walk(SET_UP);
                    Talk second = target.connect()) {
                Reaction met = intrude(second);
                Duration after = Duration.ofNanos(System.nanoTime() - start);
                boolean meaningful = after.compareTo(FRESH) < 0 || met instanceof Reaction.Silent;
                if (meaningful || i == TRIES) {
                    return List.of(first.ask(new ServiceDiscoveryReq(null, null)));
                }
            }
        }
    }

    private static Reaction intrude(Talk second) throws InterruptedException {
        second.sayExi(
                "supportedAppProtocolReq",
                AppProtocolCodec.encode(Walk.offer(Iso2Namespaces.MESSAGE)));
        second.negotiated();
        return second.say(V2gMessage.of(Bytes.of((byte) 0), Requests.setup()));
    }
}
