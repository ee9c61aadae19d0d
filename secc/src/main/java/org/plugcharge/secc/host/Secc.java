package org.plugcharge.secc.host;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;

import org.plugcharge.certs.tls.TlsEngine;
import org.plugcharge.secc.evse.Authorizer;
import org.plugcharge.secc.evse.EvseDriver;
import org.plugcharge.v2g.v2gtp.SdpRequest;
import org.plugcharge.v2g.v2gtp.SdpSecurity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * A running station of one connector: discovery, TLS and plain TCP, one session at a time.
 *
 * <p>Start it with the hardware and the back end, close it to stop; a session in progress then ends
 * with an open contactor.
 */
public final class Secc implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Secc.class);
    private static final String ALL_NODES = "ff02::1";
    private static final int DYNAMIC_PORTS = 49_152;
    private static final int PORT_TRIES = 20;
    private static final int MAX_CONNECTIONS = 16;

    private final SeccSettings settings;
    private final EventLoopGroup loops =
            new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final SecureRandom random = new SecureRandom();
    private final Outlet outlet;
    private final Map<SdpSecurity, Integer> ports = new EnumMap<>(SdpSecurity.class);
    private final int discoveryPort;

    private Secc(SeccSettings settings, EvseDriver driver, Authorizer authorizer, Journal journal) {
        this.settings = settings;
        this.outlet = new Outlet(settings, driver, authorizer, journal, random, MAX_CONNECTIONS);
        if (settings.tls().tls()) {
            ports.put(SdpSecurity.TLS, listen(true));
        }
        if (settings.tls().plain()) {
            ports.put(SdpSecurity.NONE, listen(false));
        }
        this.discoveryPort = discover();
    }

    /** Starts a station; {@link SeccException} says in one line what is in the way. */
    public static Secc start(SeccSettings settings, EvseDriver driver, Authorizer authorizer) {
        return start(settings, driver, authorizer, Journal.NONE);
    }

    /** Starts a station whose sessions are written down in {@code journal}. */
    public static Secc start(
            SeccSettings settings, EvseDriver driver, Authorizer authorizer, Journal journal) {
        Rehearsal.run();
        Secc secc = new Secc(settings, driver, authorizer, journal);
        LOG.info(
                "event=station-ready evse={} address={} discovery={} ports={}",
                settings.evseId(),
                settings.address().getHostAddress(),
                secc.discoveryPort,
                secc.ports);
        return secc;
    }

    /** Where discovery listens. */
    public InetSocketAddress discovery() {
        return new InetSocketAddress(settings.address(), discoveryPort);
    }

    /** Asks the vehicle that is charging to stop; nothing happens when none is. */
    public void stopCharging() {
        outlet.stopCharging();
    }

    /**
     * Asks the vehicle that is charging to ask for schedules again, because there are other ones;
     * nothing happens when none is.
     */
    public void renegotiate() {
        outlet.renegotiate();
    }

    /** Whether a vehicle has a session now. */
    public boolean inSession() {
        return outlet.inSession();
    }

    /** How many sessions have ended since the start. */
    public long sessionsEnded() {
        return outlet.sessionsEnded();
    }

    @Override
    public void close() {
        outlet.close();
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
    }

    /** Binds to a free dynamic port; what {@code encrypted} says is fixed for the port. */
    private int listen(boolean encrypted) {
        ServerBootstrap bootstrap =
                new ServerBootstrap()
                        .group(loops)
                        .channel(NioServerSocketChannel.class)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childOption(ChannelOption.SO_KEEPALIVE, true)
                        .childHandler(
                                new ChannelInitializer<SocketChannel>() {
                                    @Override
                                    protected void initChannel(SocketChannel channel) {
                                        initialise(channel, encrypted);
                                    }
                                });
        for (int i = 1; ; i++) {
            int port = ThreadLocalRandom.current().nextInt(DYNAMIC_PORTS, 65_536);
            try {
                bootstrap.bind(settings.address(), port).syncUninterruptibly();
                return port;
            } catch (Exception e) {
                if (i == PORT_TRIES) {
                    throw failed(
                            e,
                            "no TCP port of "
                                    + settings.address().getHostAddress()
                                    + " could be opened");
                }
            }
        }
    }

    private void initialise(SocketChannel channel, boolean encrypted) {
        if (encrypted) {
            channel.pipeline()
                    .addLast(new TlsHandler(TlsEngine.server(settings.identity().get(), random)));
        }
        channel.pipeline().addLast(new V2gConnection(outlet, encrypted));
    }

    private int discover() {
        InetAddress address = settings.address();
        boolean loopback = address.isLoopbackAddress();
        try {
            NioDatagramChannel channel =
                    (NioDatagramChannel)
                            new Bootstrap()
                                    .group(loops)
                                    .channelFactory(() ->
                                            new NioDatagramChannel(
                                                    address instanceof Inet6Address
                                                            ? SocketProtocolFamily.INET6
                                                            : SocketProtocolFamily.INET))
                                    .option(ChannelOption.SO_REUSEADDR, !loopback)
                                    .handler(new Discovery(address, settings.tls(), ports))
                                    .bind(
                                            loopback ? address : InetAddress.getByName("::"),
                                            settings.discoveryPort())
                                    .syncUninterruptibly()
                                    .channel();
            if (!loopback) {
                join(channel, NetworkInterface.getByInetAddress(address));
            }
            return ((InetSocketAddress) ((Channel) channel).localAddress()).getPort();
        } catch (Exception e) {
            throw failed(
                    e,
                    "discovery can't listen on UDP port "
                            + settings.discoveryPort()
                            + "; is another station running on this machine?");
        }
    }

    private static void join(DatagramChannel channel, NetworkInterface network)
            throws UnknownHostException, SocketException {
        channel.joinGroup(
                        new InetSocketAddress(InetAddress.getByName(ALL_NODES), SdpRequest.PORT),
                        network)
                .syncUninterruptibly();
    }

    private SeccException failed(Exception cause, String advice) {
        loops.shutdownGracefully();
        return new SeccException(advice + " (" + cause.getMessage() + ")", cause);
    }
}
