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
import org.plugcharge.secc.evse.Authorization;
import org.plugcharge.secc.evse.Authorization.Refusal;
import org.plugcharge.secc.session.AppProtocolNegotiation;
import org.plugcharge.secc.session.AppProtocolNegotiation.Choice;
import org.plugcharge.secc.session.AppProtocolNegotiation.Protocol;
import org.plugcharge.secc.session.iso2.Input;
import org.plugcharge.secc.session.iso2.Iso2Session;
import org.plugcharge.secc.session.iso2.Output;
import org.plugcharge.secc.session.iso2.State;
import org.plugcharge.secc.session.iso2.Step;
import org.plugcharge.secc.session.iso2.Timer;
import org.plugcharge.v2g.appprotocol.AppProtocolCodec;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolReq;
import org.plugcharge.v2g.iso2.Iso2Codec;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.v2gtp.Broken;
import org.plugcharge.v2g.v2gtp.PayloadType;
import org.plugcharge.v2g.v2gtp.Skipped;
import org.plugcharge.v2g.v2gtp.V2gtpDecoder;
import org.plugcharge.v2g.v2gtp.V2gtpEvent;
import org.plugcharge.v2g.v2gtp.V2gtpFrame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One connection of a vehicle: the mailbox of its session. Everything happens on the connection's
 * event loop: one input, one step, its outputs in order.
 */
final class V2gConnection extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(V2gConnection.class);

    private final Outlet outlet;
    private final boolean encrypted;
    private final V2gtpDecoder decoder = new V2gtpDecoder();
    private final Map<Timer, ScheduledFuture<?>> timers = new EnumMap<>(Timer.class);
    private @Nullable ChannelHandlerContext context;
    private @Nullable State state;
    private String ended = "the connection was lost";

    V2gConnection(Outlet outlet, boolean encrypted) {
        this.outlet = outlet;
        this.encrypted = encrypted;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    private ChannelHandlerContext context() {
        if (context == null) {
            throw new IllegalStateException("used before it was added to a channel");
        }
        return context;
    }

    @Override
    public void channelActive(ChannelHandlerContext active) {
        if (!outlet.admit(this)) {
            LOG.warn(
                    "event=refused from={} reason=\"too many connections\"",
                    active.channel().remoteAddress());
            active.close();
            return;
        }
        note(Journal.Kind.CONNECTION, "connected: " + active.channel().remoteAddress());
        arm(Timer.COMMUNICATION_SETUP, Instant.now().plus(Timer.COMMUNICATION_SETUP.duration()));
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
        for (V2gtpEvent event : decoder.feed(octets, 0, octets.length)) {
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
            if (state == null) {
                negotiate(frame.payload());
            } else {
                V2gMessage message = Iso2Codec.decode(frame.payload());
                note(Journal.Kind.RECEIVED, message, frame.payload());
                step(new Input.Received(message, frame.payload()));
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
        Choice choice = AppProtocolNegotiation.choose(request, List.of(Protocol.ISO2));
        Bytes answer = AppProtocolCodec.encode(choice.answer());
        note(Journal.Kind.SENT, choice.answer(), answer);
        write(answer);
        if (choice.protocol().isEmpty()) {
            giveUp("the vehicle and this station share no protocol");
        } else if (!outlet.acquire(this)) {
            giveUp("another vehicle has a session at this connector");
        } else {
            state = Iso2Session.begin(outlet.station(encrypted));
        }
    }

    private void step(Input input) {
        if (state == null) {
            return;
        }
        Step step = Iso2Session.step(state, input, outlet.now());
        state = step.next();
        step.outputs().forEach(this::carryOut);
    }

    private void carryOut(Output output) {
        switch (output) {
            case Output.Send(V2gMessage message) -> {
                Bytes exi = Iso2Codec.encode(message);
                note(Journal.Kind.SENT, message, exi);
                write(exi);
            }
            case Output.Command(var command) -> {
                note(Journal.Kind.OUTPUT, command);
                outlet.driver().command(command);
            }
            case Output.Authorize(var identification) -> {
                note(Journal.Kind.OUTPUT, output);
                outlet.authorizer()
                        .authorize(outlet.evseId(), identification)
                        .whenComplete((answer, failure) ->
                                later(
                                        new Input.Authorized(
                                                failure == null ? answer : unreachable(failure))));
            }
            case Output.Install(var request) -> {
                note(Journal.Kind.OUTPUT, output);
                outlet.authorizer()
                        .install(outlet.evseId(), request)
                        .whenComplete((response, failure) ->
                                later(
                                        new Input.Installed(
                                                failure == null
                                                        ? decoded(response)
                                                        : Optional.empty())));
            }
            case Output.Tell(var event) -> {
                note(Journal.Kind.OUTPUT, event);
                outlet.authorizer().tell(outlet.evseId(), event);
            }
            case Output.Arm(Timer timer, Instant at) -> arm(timer, at);
            case Output.Disarm(Timer timer) -> disarm(timer);
            case Output.Close(String reason, boolean orderly) -> {
                note(Journal.Kind.OUTPUT, output);
                close(reason);
            }
        }
    }

    private static Authorization unreachable(Throwable failure) {
        return new Authorization.Rejected(
                Refusal.UNREACHABLE, "the back end did not answer: " + failure.getMessage());
    }

    private Optional<V2gMessage> decoded(Bytes exi) {
        try {
            return Optional.of(Iso2Codec.decode(exi));
        } catch (ExiException e) {
            LOG.error(
                    "event=bad-installation evse={} reason=\"{}\"",
                    outlet.evseId(),
                    e.getMessage());
            return Optional.empty();
        }
    }

    /** From any thread: an input for later. */
    private void later(Input input) {
        context()
                .executor()
                .execute(() -> {
                    note(Journal.Kind.INPUT, input);
                    step(input);
                });
    }

    void hardwareChanged() {
        context().executor().execute(() -> step(new Input.HardwareChanged()));
    }

    void stopCharging() {
        later(new Input.StopRequested());
    }

    /** Ends the session from outside; what is left to do is done on the loop that is returned. */
    EventLoop shutDown() {
        context().executor().execute(() -> giveUp("the station is being stopped"));
        return context().channel().eventLoop();
    }

    private void arm(Timer timer, Instant at) {
        disarm(timer);
        long delay = Math.max(0, Duration.between(Instant.now(), at).toMillis());
        timers.put(
                timer,
                context().executor().schedule(() -> fired(timer), delay, TimeUnit.MILLISECONDS));
    }

    private void fired(Timer timer) {
        timers.remove(timer);
        note(Journal.Kind.INPUT, new Input.Fired(timer));
        if (state == null) {
            giveUp("no session within " + timer.duration().toSeconds() + " s");
        } else {
            step(new Input.Fired(timer));
        }
    }

    private void disarm(Timer timer) {
        ScheduledFuture<?> armed = timers.remove(timer);
        if (armed != null) {
            armed.cancel(false);
        }
    }

    /** One write for a whole frame: some vehicles take one read for one message. */
    private void write(Bytes exi) {
        context()
                .writeAndFlush(
                        Unpooled.wrappedBuffer(
                                new V2gtpFrame(PayloadType.EXI_MESSAGE, exi).encode().toArray()));
    }

    /** Makes the outlet safe, whatever the session was doing, and closes. */
    private void giveUp(String reason) {
        if (state == null) {
            close(reason);
        } else {
            step(new Input.LinkLost(reason));
        }
    }

    private void close(String reason) {
        ended = reason;
        context().writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void channelInactive(ChannelHandlerContext inactive) {
        step(new Input.LinkLost("the vehicle closed the connection"));
        timers.values().forEach(armed -> armed.cancel(false));
        timers.clear();
        note(Journal.Kind.CONNECTION, "closed: " + ended);
        LOG.info("event=session-ended evse={} reason=\"{}\"", outlet.evseId(), ended);
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

    private void note(Journal.Kind kind, Object what) {
        note(kind, what, null);
    }

    private void note(Journal.Kind kind, Object what, @Nullable Bytes octets) {
        outlet.journal().note(new Journal.Entry(Instant.now(), kind, what, octets));
    }
}
