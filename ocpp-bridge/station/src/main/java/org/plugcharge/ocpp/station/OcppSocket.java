package org.plugcharge.ocpp.station;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.timeout.IdleState;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/**
 * One WebSocket to the CSMS: TLS with the name checked, basic auth, subprotocol {@code ocpp2.0.1},
 * pings, limits. Tells its listener of the opening, of each text frame and, exactly once, of the
 * end.
 */
final class OcppSocket {

    static final String SUBPROTOCOL = "ocpp2.0.1";
    private static final int MAX_FRAME = 512 * 1024;
    private static final int CONNECT_TIMEOUT_MS = 10_000;

    private OcppSocket() {}

    /** What happens to a socket; called on its event loop. */
    interface Listener {

        void opened(Channel channel);

        void received(String frame);

        void closed(String reason);
    }

    /** Starts to connect; whatever comes of it, the listener hears. */
    static void connect(
            EventLoopGroup loops,
            URI endpoint,
            String identity,
            String password,
            SslContext tls,
            Duration pingInterval,
            Listener listener) {
        Handler handler = new Handler(listener);
        int port = endpoint.getPort() == -1 ? 443 : endpoint.getPort();
        new Bootstrap()
                .group(loops)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MS)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(
                        new ChannelInitializer<SocketChannel>() {
                            @Override
                            protected void initChannel(SocketChannel channel) {
                                long ping = pingInterval.toMillis();
                                channel.pipeline()
                                        .addLast(
                                                tls.newHandler(
                                                        channel.alloc(), endpoint.getHost(), port))
                                        .addLast(new HttpClientCodec())
                                        .addLast(new HttpObjectAggregator(16 * 1024))
                                        .addLast(
                                                new WebSocketClientProtocolHandler(
                                                        config(endpoint, identity, password)))
                                        .addLast(new WebSocketFrameAggregator(MAX_FRAME))
                                        .addLast(
                                                new IdleStateHandler(
                                                        ping * 3, ping, 0, TimeUnit.MILLISECONDS))
                                        .addLast(handler);
                            }
                        })
                .connect(endpoint.getHost(), port)
                .addListener(
                        (ChannelFutureListener)
                                connected -> {
                                    if (!connected.isSuccess()) {
                                        handler.end(
                                                "cannot connect: "
                                                        + connected.cause().getMessage());
                                    }
                                });
    }

    private static WebSocketClientProtocolConfig config(
            URI endpoint, String identity, String password) {
        HttpHeaders headers = new DefaultHttpHeaders();
        String credentials = identity + ":" + password;
        headers.set(
                HttpHeaderNames.AUTHORIZATION,
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        String base = endpoint.toString().endsWith("/") ? endpoint.toString() : endpoint + "/";
        return WebSocketClientProtocolConfig.newBuilder()
                .webSocketUri(
                        URI.create(
                                base
                                        + java.net.URLEncoder.encode(
                                                identity, StandardCharsets.UTF_8)))
                .version(WebSocketVersion.V13)
                .subprotocol(SUBPROTOCOL)
                .allowExtensions(false)
                .customHeaders(headers)
                .maxFramePayloadLength(MAX_FRAME)
                .handshakeTimeoutMillis(CONNECT_TIMEOUT_MS)
                .dropPongFrames(false)
                .build();
    }

    private static final class Handler extends SimpleChannelInboundHandler<WebSocketFrame> {

        private final Listener listener;
        private String reason = "connection closed";
        private boolean ended;

        Handler(Listener listener) {
            this.listener = listener;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
            if (frame instanceof TextWebSocketFrame text) {
                listener.received(text.text());
            }
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
                listener.opened(context.channel());
            } else if (event instanceof IdleStateEvent idle
                    && idle.state() == IdleState.WRITER_IDLE) {
                var _ = context.writeAndFlush(new PingWebSocketFrame(Unpooled.EMPTY_BUFFER));
            } else if (event instanceof IdleStateEvent idle
                    && idle.state() == IdleState.READER_IDLE) {
                reason = "nothing heard, not even pongs";
                var _ = context.close();
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            reason = String.valueOf(cause.getMessage());
            var _ = context.close();
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            end(reason);
        }

        void end(String why) {
            if (!ended) {
                ended = true;
                listener.closed(why);
            }
        }
    }
}
