package org.plugcharge.csms.host;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;

import org.jspecify.annotations.Nullable;
import org.plugcharge.ocpp.link.RpcLink;
import org.plugcharge.ocpp.link.Wire;
import org.plugcharge.ocpp.rpc.RpcLimits;
import org.plugcharge.ocpp.rpc.RpcState;
import org.plugcharge.ocpp.v201.Request;
import org.plugcharge.ocpp.v201.Response;
import org.plugcharge.ocpp.v201.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The WebSocket server for stations: {@code wss://host:port/ocpp/IDENTITY}, TLS and basic auth
 * (security profile 2), subprotocol {@code ocpp2.0.1}.
 *
 * <p>Nobody gets a session without a password; a station that connects again replaces its older
 * connection, whose open calls fail. Every frame, header and idle time has a limit.
 */
public final class OcppServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OcppServer.class);
    private static final String PATH = "/ocpp/";

    /** OCPP's identifier string without the colon, which ends the user in basic auth. */
    private static final Pattern IDENTITY = Pattern.compile("[A-Za-z0-9*_=+|@.-]{1,48}");

    private static final String SUBPROTOCOL = "ocpp2.0.1";
    private static final int MAX_FRAME = 512 * 1024;
    private static final Duration UPGRADE_WITHIN = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofMinutes(3);

    private final String tenant;
    private final SslContext tls;
    private final SessionHandler handler;
    private final Clock clock;
    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory());
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService timers =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("csms-deadlines").daemon().factory());
    private final SecureRandom random = new SecureRandom();
    private final LoginThrottle throttle = new LoginThrottle();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private @Nullable Channel listening;

    /** A server for the stations of {@code tenant}; {@link #listen} opens it. */
    public OcppServer(String tenant, SslContext tls, SessionHandler handler, Clock clock) {
        this.tenant = tenant;
        this.tls = tls;
        this.handler = handler;
        this.clock = clock;
    }

    /**
     * Listens at {@code address}, port 0 for any free one; the address it has then. {@link
     * IllegalStateException} if taken.
     */
    public InetSocketAddress listen(InetSocketAddress address) {
        ChannelFuture bound =
                new ServerBootstrap()
                        .group(loops)
                        .channel(NioServerSocketChannel.class)
                        .option(ChannelOption.SO_BACKLOG, 1024)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childHandler(
                                new ChannelInitializer<SocketChannel>() {
                                    @Override
                                    protected void initChannel(SocketChannel channel) {
                                        channel.pipeline()
                                                .addLast(tls.newHandler(channel.alloc()))
                                                .addLast(new HttpServerCodec())
                                                .addLast(new HttpObjectAggregator(8 * 1024))
                                                .addLast(new Upgrade(channel));
                                    }
                                })
                        .bind(address)
                        .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IllegalStateException(
                    "cannot listen for stations at " + address + ": " + bound.cause().getMessage(),
                    bound.cause());
        }
        listening = bound.channel();
        return (InetSocketAddress) bound.channel().localAddress();
    }

    /** The session of a connected station. */
    public Optional<StationSession> session(String station) {
        return Optional.ofNullable(sessions.get(station));
    }

    @Override
    public void close() {
        if (listening != null) {
            var _ = listening.close().awaitUninterruptibly();
        }
        sessions.values()
                .forEach(session -> session.end(WebSocketCloseStatus.ENDPOINT_UNAVAILABLE));
        var _ =
                loops.shutdownGracefully(0, 2, TimeUnit.SECONDS)
                        .awaitUninterruptibly(3, TimeUnit.SECONDS);
        timers.shutdownNow();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(3, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** The HTTP part of a connection: one request, which becomes a WebSocket or an error. */
    private final class Upgrade extends SimpleChannelInboundHandler<FullHttpRequest> {

        private boolean asked;

        Upgrade(Channel channel) {
            super(false);
            var _ =
                    channel.eventLoop()
                            .schedule(
                                    () -> {
                                        if (channel.pipeline().context(this) != null) {
                                            var _ = channel.close();
                                        }
                                    },
                                    UPGRADE_WITHIN.toMillis(),
                                    TimeUnit.MILLISECONDS);
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            if (asked
                    || !request.decoderResult().isSuccess()
                    || !request.method().equals(HttpMethod.GET)) {
                request.release();
                refuse(context, HttpResponseStatus.BAD_REQUEST);
                return;
            }
            asked = true;
            Optional<String> identity = identity(request.uri());
            Optional<BasicAuth> login =
                    BasicAuth.parse(request.headers().get(HttpHeaderNames.AUTHORIZATION));
            String offered = request.headers().get(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL, "");
            if (identity.isEmpty()) {
                request.release();
                refuse(context, HttpResponseStatus.NOT_FOUND);
            } else if (login.isEmpty() || !login.get().user().equals(identity.get())) {
                request.release();
                LOG.warn("station={} login=refused reason=no-credentials", shown(identity.get()));
                refuse(context, HttpResponseStatus.UNAUTHORIZED);
            } else if (java.util.Arrays.stream(offered.split(","))
                    .noneMatch(p -> p.trim().equals(SUBPROTOCOL))) {
                request.release();
                LOG.warn(
                        "station={} login=refused reason=no-common-subprotocol",
                        shown(identity.get()));
                refuse(context, HttpResponseStatus.BAD_REQUEST);
            } else {
                workers.execute(() -> logIn(context, request, login.get()));
            }
        }

        private void logIn(
                ChannelHandlerContext context, FullHttpRequest request, BasicAuth login) {
            String address =
                    ((InetSocketAddress) context.channel().remoteAddress())
                            .getAddress()
                            .getHostAddress();
            String who = login.user() + "@" + address;
            HttpResponseStatus refusal = null;
            try {
                if (!throttle.allows(who, clock.instant())) {
                    refusal = HttpResponseStatus.TOO_MANY_REQUESTS;
                } else if (handler.authenticate(tenant, login.user(), login.password())) {
                    throttle.succeeded(who);
                } else {
                    throttle.failed(who, clock.instant());
                    refusal = HttpResponseStatus.UNAUTHORIZED;
                }
            } catch (RuntimeException e) {
                LOG.error("station={} login=failed", shown(login.user()), e);
                refusal = HttpResponseStatus.SERVICE_UNAVAILABLE;
            }
            HttpResponseStatus refused = refusal;
            context.channel()
                    .eventLoop()
                    .execute(() -> {
                        if (refused == null) {
                            upgrade(context, request, login.user());
                        } else {
                            LOG.warn(
                                    "station={} login=refused status={}",
                                    shown(login.user()),
                                    refused.code());
                            request.release();
                            refuse(context, refused);
                        }
                    });
        }

        private void upgrade(
                ChannelHandlerContext context, FullHttpRequest request, String station) {
            Channel channel = context.channel();
            WebSocketServerHandshaker handshaker =
                    new WebSocketServerHandshakerFactory(
                                    "wss://ocpp" + PATH, SUBPROTOCOL, false, MAX_FRAME)
                            .newHandshaker(request);
            if (handshaker == null) {
                request.release();
                refuse(context, HttpResponseStatus.BAD_REQUEST);
                return;
            }
            Session session = new Session(channel, station);
            channel.pipeline()
                    .addLast(new WebSocketFrameAggregator(MAX_FRAME))
                    .addLast(new IdleStateHandler(SILENCE.toMillis(), 0, 0, TimeUnit.MILLISECONDS))
                    .addLast(new Frames(session, handshaker));
            channel.pipeline().remove(this);
            session.begin();
            var _ =
                    handshaker
                            .handshake(channel, request)
                            .addListener(
                                    (ChannelFutureListener)
                                            done -> {
                                                request.release();
                                                if (!done.isSuccess()) {
                                                    var _ = channel.close();
                                                }
                                            });
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            LOG.debug(
                    "connection from {} failed: {}",
                    context.channel().remoteAddress(),
                    cause.toString());
            var _ = context.close();
        }
    }

    private static Optional<String> identity(String uri) {
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        if (!path.startsWith(PATH)) {
            return Optional.empty();
        }
        try {
            String identity =
                    URLDecoder.decode(path.substring(PATH.length()), StandardCharsets.UTF_8);
            return IDENTITY.matcher(identity).matches() ? Optional.of(identity) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static void refuse(ChannelHandlerContext context, HttpResponseStatus status) {
        FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status);
        response.headers()
                .set(HttpHeaderNames.CONTENT_LENGTH, 0)
                .set(HttpHeaderNames.CONNECTION, "close");
        if (status.equals(HttpResponseStatus.UNAUTHORIZED)) {
            response.headers().set(HttpHeaderNames.WWW_AUTHENTICATE, "Basic realm=\"ocpp\"");
        }
        var _ = context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }

    /** A peer's word in a log line. */
    private static String shown(String identity) {
        return identity.substring(0, Math.min(48, identity.length()))
                .replaceAll("[^\\x21-\\x7e]", "?");
    }

    /** One station's connection. */
    private final class Session implements StationSession, Wire {

        private final Channel channel;
        private final String station;
        private final RpcLink link;

        Session(Channel channel, String station) {
            this.channel = channel;
            this.station = station;
            byte[] prefix = new byte[6];
            random.nextBytes(prefix);
            this.link =
                    new RpcLink(
                            RpcState.opened(
                                    Role.CSMS, RpcLimits.DEFAULT, HexFormat.of().formatHex(prefix)),
                            this,
                            this::answer,
                            timers,
                            workers,
                            clock);
        }

        private CompletableFuture<Response> answer(Request<?> request) {
            return CompletableFuture.completedFuture(handler.handle(this, request));
        }

        /** The newest authenticated connection is the station's; an older one ends. */
        void begin() {
            Session older = sessions.put(station, this);
            LOG.info("station={} connected replaced={}", shown(station), older != null);
            if (older != null) {
                older.end(WebSocketCloseStatus.POLICY_VIOLATION);
            }
        }

        void end(WebSocketCloseStatus status) {
            link.closed();
            var _ =
                    channel.writeAndFlush(new CloseWebSocketFrame(status))
                            .addListener(ChannelFutureListener.CLOSE);
        }

        void closed() {
            link.closed();
            if (sessions.remove(station, this)) {
                LOG.info("station={} disconnected", shown(station));
            }
        }

        void received(String frame) {
            handler.frame(station, false, frame);
            link.received(frame);
        }

        @Override
        public String tenant() {
            return tenant;
        }

        @Override
        public String station() {
            return station;
        }

        @Override
        public <R extends Response> CompletableFuture<R> call(
                Request<R> request, Duration timeout) {
            return link.call(request, timeout);
        }

        @Override
        public void send(String frame) {
            handler.frame(station, true, frame);
            var _ = channel.writeAndFlush(new TextWebSocketFrame(frame));
        }

        @Override
        public void report(String line) {
            LOG.warn("station={} ocpp={}", shown(station), line);
        }
    }

    /** The WebSocket part of a connection. */
    private static final class Frames extends SimpleChannelInboundHandler<WebSocketFrame> {

        private final Session session;
        private final WebSocketServerHandshaker handshaker;

        Frames(Session session, WebSocketServerHandshaker handshaker) {
            this.session = session;
            this.handshaker = handshaker;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
            switch (frame) {
                case TextWebSocketFrame text -> session.received(text.text());
                case PingWebSocketFrame ping -> {
                    var _ = context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
                }
                case PongWebSocketFrame _ -> {}
                case CloseWebSocketFrame close -> {
                    var _ = handshaker.close(context.channel(), close.retain());
                }
                default -> {
                    var _ =
                            context.writeAndFlush(
                                            new CloseWebSocketFrame(
                                                    WebSocketCloseStatus.INVALID_MESSAGE_TYPE))
                                    .addListener(ChannelFutureListener.CLOSE);
                }
            }
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof IdleStateEvent) {
                session.report("nothing heard, not even pings");
                var _ = context.close();
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            session.report("connection failed: " + cause.getMessage());
            var _ = context.close();
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            session.closed();
        }
    }
}
