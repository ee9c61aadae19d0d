package org.plugcharge.secc.host;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;

import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.Authorizer;
import org.plugcharge.v2g.appprotocol.AppProtocolCodec;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolRes;
import org.plugcharge.v2g.iso2.AuthorizationRes;
import org.plugcharge.v2g.iso2.CableCheckRes;
import org.plugcharge.v2g.iso2.ChargeParameterDiscoveryRes;
import org.plugcharge.v2g.iso2.EvseProcessing;
import org.plugcharge.v2g.iso2.Iso2Codec;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.Iso2Response;
import org.plugcharge.v2g.iso2.PreChargeRes;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.v2gtp.V2gtpDecoder;
import org.plugcharge.v2g.v2gtp.V2gtpEvent;
import org.plugcharge.v2g.v2gtp.V2gtpFrame;

import java.io.Serial;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A vehicle plugged into a station without a socket: the whole path from octets of the wire to the
 * session's step and back, in the caller's thread. Its outlet lives in a time of its own.
 */
final class PluggedCar implements AutoCloseable {

    private final EmbeddedChannel channel;
    private final V2gtpDecoder answers = new V2gtpDecoder();
    private Bytes sessionId = Road.NO_SESSION;

    PluggedCar(Outlet outlet, boolean encrypted) {
        channel = new EmbeddedChannel();
        channel.freezeTime();
        channel.pipeline().addLast(new V2gConnection(outlet, encrypted));
        channel.pipeline().fireChannelActive();
    }

    /** Lets this much time pass for the station; it stands still otherwise. */
    void pass(Duration time) {
        channel.advanceTimeBy(time.toNanos(), TimeUnit.NANOSECONDS);
        channel.runScheduledPendingTasks();
        settle();
    }

    /** An outlet whose time goes on 100 ms with every look, and whose numbers repeat. */
    static Outlet outlet(TestStation backEnd) {
        return outlet(TestStation.settings(TlsPolicy.ALLOW), backEnd);
    }

    static Outlet outlet(SeccSettings settings, Authorizer backEnd) {
        return outlet(settings, backEnd, InstantSource.system());
    }

    /** With another time of day. */
    static Outlet outlet(SeccSettings settings, Authorizer backEnd, InstantSource timeOfDay) {
        AtomicLong looks = new AtomicLong();
        return new Outlet(
                settings,
                new org.plugcharge.secc.simulated.SimulatedEvse(
                        org.plugcharge.secc.simulated.SimulatedEvse.HIGH_POWER,
                        "M",
                        () -> Instant.EPOCH.plusMillis(100 * looks.incrementAndGet())),
                backEnd,
                Journal.NONE,
                new Counting(),
                timeOfDay);
    }

    /** The same numbers in every test run. */
    private static final class Counting extends SecureRandom {
        @Serial private static final long serialVersionUID = 1;
        private byte next;

        @Override
        public void nextBytes(byte[] octets) {
            for (int i = 0; i < octets.length; i++) {
                octets[i] = ++next;
            }
        }
    }

    /** Octets of the wire, whatever they are. */
    void octets(Bytes octets) {
        if (channel.isOpen()) {
            channel.writeInbound(Unpooled.wrappedBuffer(octets.toArray()));
        }
        settle();
    }

    /** Lets everything happen that is due. */
    void settle() {
        for (int i = 0; i < 3; i++) {
            channel.runPendingTasks();
        }
    }

    /** The payloads of the frames that came since the last look. */
    List<Bytes> heard() {
        List<Bytes> payloads = new ArrayList<>();
        for (ByteBuf buffer = channel.readOutbound();
                buffer != null;
                buffer = channel.readOutbound()) {
            byte[] octets = ByteBufUtil.getBytes(buffer);
            buffer.release();
            for (V2gtpEvent event : answers.feed(octets, 0, octets.length)) {
                payloads.add(((V2gtpFrame) event).payload());
            }
        }
        return payloads;
    }

    private Bytes answer(Bytes question) {
        octets(question);
        List<Bytes> heard = heard();
        if (heard.size() != 1) {
            throw new AssertionError("expected one answer, got " + heard);
        }
        return heard.getFirst();
    }

    SupportedAppProtocolRes negotiate() {
        return (SupportedAppProtocolRes) AppProtocolCodec.decode(answer(Road.negotiation()));
    }

    Iso2Response ask(Iso2Request request) {
        return ask(sessionId, request);
    }

    /** Asks under a session id that may not be the one of the session. */
    Iso2Response ask(Bytes under, Iso2Request request) {
        V2gMessage message = Iso2Codec.decode(answer(Road.request(under, request)));
        sessionId = message.header().sessionId();
        return response(message);
    }

    static Iso2Response response(V2gMessage message) {
        if (message.body().element() instanceof Iso2Response response) {
            return response;
        }
        throw new AssertionError("expected a response, got " + message);
    }

    /** Asks until the answer is Finished. */
    Iso2Response askOn(Iso2Request request) {
        Iso2Response answer = ask(request);
        for (int i = 0; i < 20 && ongoing(answer); i++) {
            answer = ask(request);
        }
        return answer;
    }

    static boolean ongoing(Iso2Response answer) {
        return switch (answer) {
            case AuthorizationRes res -> res.processing() != EvseProcessing.FINISHED;
            case ChargeParameterDiscoveryRes res -> res.processing() != EvseProcessing.FINISHED;
            case CableCheckRes res -> res.processing() != EvseProcessing.FINISHED;
            case PreChargeRes res -> res.presentVoltage().value() < Road.VOLTS.value();
            default -> false;
        };
    }

    /** Takes the session's id from what was answered, if anything was. */
    void learnSessionId() {
        for (Bytes payload : heard()) {
            sessionId = Iso2Codec.decode(payload).header().sessionId();
        }
    }

    Bytes sessionId() {
        return sessionId;
    }

    boolean open() {
        return channel.isOpen();
    }

    /** The vehicle closes its end, without a word. */
    @Override
    public void close() {
        channel.close();
        settle();
        channel.finishAndReleaseAll();
    }
}
