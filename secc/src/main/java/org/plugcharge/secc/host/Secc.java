package org.plugcharge.secc.host;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioChannelOption;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;

import jdk.net.ExtendedSocketOptions;

import org.plugcharge.certs.tls.TlsEngine;
import org.plugcharge.secc.evse.Authorizer;
import org.plugcharge.secc.evse.EvseDriver;
import org.plugcharge.v2g.v2gtp.SdpSecurity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.SocketOption;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

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
    private static final int CLOSING_MILLIS = 1_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SeccSettings settings;
    private final EventLoop loop;
    private final Consumer<Secc> closed;
    private final Outlet outlet;
    private final List<Channel> doors = new CopyOnWriteArrayList<>();
    private final Map<SdpSecurity, Integer> ports = new EnumMap<>(SdpSecurity.class);
    private final int discoveryPort;
    private boolean over;
    private Future<?> deaf = CompletableFuture.completedFuture(0);

    /** On a thread of somebody else's, who is told when it is closed. */
    Secc(
            EventLoop loop,
            Consumer<Secc> closed,
            SeccSettings settings,
            EvseDriver driver,
            Authorizer authorizer,
            Journal journal) {
        this.settings = settings;
        this.loop = loop;
        this.closed = closed;
        this.outlet = new Outlet(settings, driver, authorizer, journal, RANDOM);
        this.discoveryPort = openDoors(settings.discoveryPort());
        LOG.info(
                "event=station-ready evse={} address={} discovery={} ports={}",
                settings.evseId(),
                settings.address().getHostAddress(),
                discoveryPort,
                ports);
    }

    /** Starts a station; {@link SeccException} says in one line what is in the way. */
    public static Secc start(SeccSettings settings, EvseDriver driver, Authorizer authorizer) {
        return start(settings, driver, authorizer, Journal.NONE);
    }

    /**
     * Starts a station whose sessions are written down in {@code journal}, on a thread of its own;
     * a {@link Depot} is for many.
     */
    public static Secc start(
            SeccSettings settings, EvseDriver driver, Authorizer authorizer, Journal journal) {
        Rehearsal.once();
        EventLoopGroup own = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        try {
            return new Secc(own.next(), _ -> shutDown(own), settings, driver, authorizer, journal);
        } catch (SeccException e) {
            shutDown(own);
            throw e;
        }
    }

    private static void shutDown(EventLoopGroup own) {
        own.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
    }

    /** The port of discovery. */
    private int openDoors(int discovery) {
        try {
            if (settings.tls().tls()) {
                ports.put(SdpSecurity.TLS, listen(true));
            }
            if (settings.tls().plain()) {
                ports.put(SdpSecurity.NONE, listen(false));
            }
            return discover(discovery);
        } catch (SeccException e) {
            closeDoors();
            throw e;
        }
    }

    /** Where discovery listens. */
    public InetSocketAddress discovery() {
        return new InetSocketAddress(settings.address(), discoveryPort);
    }

    /**
     * The data link to a vehicle is up: it has 18 s from now to begin a session. After that the
     * station neither answers discovery nor takes a connection until the next link is up
     * [V2G2-716]. Who never calls this has a station that always listens: some vehicles ask late,
     * and again. Not to be called from a method of the driver.
     */
    public void linked() {
        linked(V2gConnection.NEGOTIATION);
    }

    synchronized void linked(Duration patience) {
        if (over) {
            return;
        }
        boolean listening = loop.submit(() -> listensOn(patience)).syncUninterruptibly().getNow();
        if (!listening) {
            doors.clear();
            openDoors(discoveryPort);
        }
    }

    /** On the loop, so that it can't be going deaf at the same time. */
    private boolean listensOn(Duration patience) {
        deaf.cancel(false);
        deaf = loop.schedule(this::goDeaf, patience.toMillis(), TimeUnit.MILLISECONDS);
        return doors.stream().allMatch(Channel::isOpen);
    }

    private void goDeaf() {
        if (!outlet.inSession()) {
            LOG.info("event=deaf evse={} reason=\"no session was begun\"", settings.evseId());
            doors.forEach(Channel::close);
        }
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
        over();
        closeDoors();
        outlet.close();
        closed.accept(this);
    }

    /** A link that comes up now opens nothing any more. */
    private synchronized void over() {
        over = true;
    }

    private synchronized void closeDoors() {
        doors.forEach(door -> door.close().awaitUninterruptibly(CLOSING_MILLIS));
        doors.clear();
    }

    /** Binds to a free dynamic port; what {@code encrypted} says is fixed for the port. */
    private int listen(boolean encrypted) {
        ServerBootstrap bootstrap =
                new ServerBootstrap()
                        .group(loop)
                        .channel(NioServerSocketChannel.class)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childOption(ChannelOption.SO_KEEPALIVE, true)
                        .childOption(keepAlive(ExtendedSocketOptions.TCP_KEEPIDLE), 5)
                        .childOption(keepAlive(ExtendedSocketOptions.TCP_KEEPINTERVAL), 2)
                        .childOption(keepAlive(ExtendedSocketOptions.TCP_KEEPCOUNT), 3)
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
                doors.add(bootstrap.bind(settings.address(), port).syncUninterruptibly().channel());
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

    /** In seconds: a vehicle whose link died is missed after eleven, not after two hours. */
    private static ChannelOption<Integer> keepAlive(SocketOption<Integer> option) {
        return NioChannelOption.of(option);
    }

    private void initialise(SocketChannel channel, boolean encrypted) {
        if (encrypted) {
            channel.pipeline()
                    .addLast(new TlsHandler(TlsEngine.server(settings.identity().get(), RANDOM)));
        }
        channel.pipeline().addLast(new V2gConnection(outlet, encrypted));
    }

    /**
     * On loopback at the address alone; on a link at the address and, bound to the interface, at
     * all nodes: what other interfaces hear does not come here.
     */
    private int discover(int wanted) {
        InetAddress address = settings.address();
        try {
            int port = listen(address, wanted);
            if (address instanceof Inet6Address own && own.isLinkLocalAddress()) {
                listen(allNodes(own), port);
            }
            return port;
        } catch (Exception e) {
            throw failed(
                    e,
                    "discovery can't listen on UDP port "
                            + settings.discoveryPort()
                            + "; is another station running on this machine?");
        }
    }

    private static InetAddress allNodes(Inet6Address own) throws UnknownHostException {
        byte[] octets = InetAddress.getByName(ALL_NODES).getAddress();
        return Inet6Address.getByAddress(null, octets, own.getScopeId());
    }

    private int listen(InetAddress at, int port) throws SocketException {
        NioDatagramChannel channel =
                (NioDatagramChannel)
                        new Bootstrap()
                                .group(loop)
                                .channelFactory(() ->
                                        new NioDatagramChannel(
                                                at instanceof Inet6Address
                                                        ? SocketProtocolFamily.INET6
                                                        : SocketProtocolFamily.INET))
                                .option(ChannelOption.SO_REUSEADDR, at.isMulticastAddress())
                                .handler(
                                        new Discovery(
                                                settings.address(),
                                                settings.tls(),
                                                ports,
                                                outlet::pluggedIn))
                                .bind(at, port)
                                .syncUninterruptibly()
                                .channel();
        doors.add(channel);
        if (at.isMulticastAddress()) {
            channel.joinGroup(
                            new InetSocketAddress(at, port),
                            NetworkInterface.getByInetAddress(settings.address()))
                    .syncUninterruptibly();
        }
        return ((InetSocketAddress) ((Channel) channel).localAddress()).getPort();
    }

    private static SeccException failed(Exception cause, String advice) {
        return new SeccException(advice + " (" + cause.getMessage() + ")", cause);
    }
}
