package org.plugcharge.secc.host;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.tls.TlsFailure;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.secc.session.AppProtocolNegotiation;
import org.plugcharge.secc.session.AppProtocolNegotiation.Choice;
import org.plugcharge.secc.session.AppProtocolNegotiation.Protocol;
import org.plugcharge.v2g.appprotocol.AppProtocolCodec;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolReq;
import org.plugcharge.v2g.v2gtp.Broken;
import org.plugcharge.v2g.v2gtp.PayloadType;
import org.plugcharge.v2g.v2gtp.Skipped;
import org.plugcharge.v2g.v2gtp.V2gtpDecoder;
import org.plugcharge.v2g.v2gtp.V2gtpEvent;
import org.plugcharge.v2g.v2gtp.V2gtpFrame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One connection of a vehicle: frames in and out, the choice of the protocol, timers. What is said
 * is for the {@link Conversation} of the protocol chosen. Everything happens on the connection's
 * event loop.
 */
final class V2gConnection extends ChannelInboundHandlerAdapter implements Conversation.Door {

    private static final Logger LOG = LoggerFactory.getLogger(V2gConnection.class);
    static final Duration NEGOTIATION = Duration.ofSeconds(18);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    /** Longer than a session that lives is silent, once energy flows. */
    private static final Duration FORSAKEN = Duration.ofMillis(2_500);

    /** What is waited for before there is a session. */
    private enum Wait {
        SUPPORTED_APP_PROTOCOL
    }

    private final Outlet outlet;
    private final boolean encrypted;
    private final V2gtpDecoder decoder = new V2gtpDecoder();
    private final Map<Enum<?>, ScheduledFuture<?>> timers = new HashMap<>();
    private SteadyClock clock = new SteadyClock(InstantSource.system());
    private Instant connected = clock.instant();
    private @Nullable ChannelHandlerContext context;
    private @Nullable Conversation conversation;
    private String ended = "the connection was lost";
    private boolean over;
    private InetAddress source = InetAddress.getLoopbackAddress();
    private Instant heard = connected;

    V2gConnection(Outlet outlet, boolean encrypted) {
        this.outlet = outlet;
        this.encrypted = encrypted;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
        clock = new SteadyClock(outlet.timeOfDay(), added.executor().ticker()::nanoTime);
        connected = clock.instant();
        heard = connected;
    }

    private ChannelHandlerContext context() {
        if (context == null) {
            throw new IllegalStateException("used before it was added to a channel");
        }
        return context;
    }

    @Override
    public void channelActive(ChannelHandlerContext active) {
        if (active.channel().remoteAddress() instanceof InetSocketAddress remote) {
            source = remote.getAddress();
        }
        outlet.admit(this);
        note(Journal.Kind.CONNECTION, "connected: " + active.channel().remoteAddress());
        arm(
                Wait.SUPPORTED_APP_PROTOCOL,
                connected.plus(NEGOTIATION),
                () -> giveUp("no session within " + NEGOTIATION.toSeconds() + " s"));
    }

    /** Where the vehicle is; what connections are counted by. */
    InetAddress source() {
        return source;
    }

    /** The clock of the session this connection may have. */
    SteadyClock clock() {
        return clock;
    }

    /**
     * Whether this is a session that its vehicle has left without a word: it says nothing more, and
     * the same vehicle has come again.
     */
    boolean leftFor(V2gConnection next) {
        return source.equals(next.source) && heard.plus(FORSAKEN).isBefore(clock.instant());
    }

    /** The vehicle has come again on another connection; what it left is made safe. */
    void replaced() {
        giveUp("the vehicle connected again and had left this session");
    }

    /** Somebody else gets the place of this one, which has no session. */
    void makeRoom() {
        later(() -> giveUp("too many connections, and this one had no session"));
    }

    @Override
    public void channelRead(ChannelHandlerContext reading, Object message) {
        ByteBuf buffer = (ByteBuf) message;
        byte[] octets;
        try {
            octets = ByteBufUtil.getBytes(buffer);
        } finally {
            buffer.release();
        }
        heard = clock.instant();
        for (V2gtpEvent event : decoder.feed(octets, 0, octets.length)) {
            if (over) {
                return;
            }
            switch (event) {
                case V2gtpFrame frame -> received(frame);
                case Skipped skipped -> note(Journal.Kind.CONNECTION, skipped.toString());
                case Broken broken -> giveUp(broken.text());
            }
        }
    }

    /**
     * The one place where octets that are no message end: the connection closes, the process lives.
     */
    private void received(V2gtpFrame frame) {
        if (frame.type() != PayloadType.EXI_MESSAGE) {
            note(Journal.Kind.CONNECTION, "frame of type " + frame.type() + " ignored");
            return;
        }
        try {
            if (conversation == null) {
                negotiate(frame.payload());
            } else {
                conversation.received(frame.payload());
            }
        } catch (ExiException e) {
            giveUp("not a message: " + e.getMessage());
        }
    }

    private void negotiate(Bytes exi) {
        if (!(AppProtocolCodec.decode(exi) instanceof SupportedAppProtocolReq request)) {
            giveUp("expected supportedAppProtocolReq, got a response");
            return;
        }
        note(Journal.Kind.RECEIVED, request, exi);
        Choice choice = AppProtocolNegotiation.choose(request, outlet.protocols(encrypted));
        send(choice.answer(), AppProtocolCodec.encode(choice.answer()));
        if (choice.protocol().isEmpty()) {
            giveUp("the vehicle and this station share no protocol");
        } else if (!outlet.pluggedIn()) {
            giveUp("no vehicle is plugged in here, as far as the pilot shows");
        } else if (!outlet.acquire(this)) {
            giveUp("another vehicle has a session at this connector");
        } else {
            disarm(Wait.SUPPORTED_APP_PROTOCOL);
            conversation = begin(choice.protocol().get());
        }
    }

    private Conversation begin(Protocol protocol) {
        return switch (protocol) {
            case DIN -> new DinConversation(this, outlet.dinStation(), connected);
            case ISO2 -> new Iso2Conversation(this, outlet.station(encrypted), connected);
        };
    }

    void hardwareChanged() {
        later(() -> {
            if (conversation != null) {
                conversation.hardwareChanged();
            }
        });
    }

    void stopCharging() {
        later(() -> {
            if (conversation != null) {
                conversation.stopRequested();
            }
        });
    }

    void renegotiate() {
        later(() -> {
            if (conversation != null) {
                conversation.renegotiationRequested();
            }
        });
    }

    @Override
    public void later(Runnable action) {
        context().executor().execute(action);
    }

    @Override
    public Outlet outlet() {
        return outlet;
    }

    /** Ends the session from outside; what is left to do is done on the loop that is returned. */
    EventLoop shutDown() {
        context().executor().execute(() -> giveUp("the station is being stopped"));
        return context().channel().eventLoop();
    }

    @Override
    public void arm(Enum<?> timer, Instant at, Runnable fired) {
        disarm(timer);
        long delay = Math.max(0, Duration.between(clock.instant(), at).toMillis());
        timers.put(
                timer,
                context()
                        .executor()
                        .schedule(() -> fire(timer, fired), delay, TimeUnit.MILLISECONDS));
    }

    private void fire(Enum<?> timer, Runnable fired) {
        timers.remove(timer);
        fired.run();
    }

    @Override
    public void disarm(Enum<?> timer) {
        ScheduledFuture<?> armed = timers.remove(timer);
        if (armed != null) {
            armed.cancel(false);
        }
    }

    @Override
    public void send(Object message, Bytes exi) {
        note(Journal.Kind.SENT, message, exi);
        write(exi);
    }

    /**
     * One write for a whole frame: some vehicles take one read for one message. Who asks on and
     * does not read is not written to without end.
     */
    private void write(Bytes exi) {
        if (!context().channel().isWritable()) {
            later(() -> giveUp("the vehicle does not read its answers"));
            return;
        }
        context()
                .writeAndFlush(
                        Unpooled.wrappedBuffer(
                                new V2gtpFrame(PayloadType.EXI_MESSAGE, exi).encode().toArray()));
    }

    /** Makes the outlet safe, whatever the session was doing, and closes. */
    private void giveUp(String reason) {
        if (conversation == null) {
            end(reason);
        } else {
            conversation.linkLost(reason);
        }
    }

    @Override
    public void close(String reason, boolean orderly) {
        note(Journal.Kind.OUTPUT, new Journal.SessionEnded(reason, orderly));
        end(reason);
    }

    /** After what is waiting to be sent; a vehicle that does not take it is not waited for long. */
    private void end(String reason) {
        if (over) {
            return;
        }
        over = true;
        ended = reason;
        context().writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        context()
                .executor()
                .schedule(
                        () -> context().channel().close(),
                        LAST_WORDS.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    @Override
    public void channelInactive(ChannelHandlerContext inactive) {
        if (conversation != null) {
            conversation.linkLost("the vehicle closed the connection");
        }
        timers.values().forEach(armed -> armed.cancel(false));
        timers.clear();
        note(Journal.Kind.CONNECTION, "closed: " + ended);
        LOG.atLevel(conversation == null ? Level.DEBUG : Level.INFO)
                .log(
                        "event={} evse={} reason=\"{}\"",
                        conversation == null ? "connection-ended" : "session-ended",
                        outlet.evseId(),
                        ended);
        outlet.leave(this);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext triggered, Object event) {
        if (event instanceof TlsFailure failure) {
            ended = String.valueOf(failure.getMessage());
        }
        note(Journal.Kind.CONNECTION, event);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext caught, Throwable failure) {
        if (!(failure instanceof java.io.IOException)) {
            LOG.error("event=bug evse={}", outlet.evseId(), failure);
        }
        giveUp("the connection failed: " + failure.getMessage());
    }

    @Override
    public void note(Journal.Kind kind, Object what) {
        write(kind, what, null);
    }

    @Override
    public void note(Journal.Kind kind, Object message, Bytes exi) {
        write(kind, message, exi);
    }

    private void write(Journal.Kind kind, Object what, @Nullable Bytes octets) {
        outlet.journal().note(new Journal.Entry(clock.instant(), kind, what, octets));
    }
}
