package org.plugcharge.secc.host;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;

import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.v2gtp.PayloadType;
import org.plugcharge.v2g.v2gtp.SdpRequest;
import org.plugcharge.v2g.v2gtp.SdpResponse;
import org.plugcharge.v2g.v2gtp.SdpSecurity;
import org.plugcharge.v2g.v2gtp.SdpTransport;
import org.plugcharge.v2g.v2gtp.V2gtpException;
import org.plugcharge.v2g.v2gtp.V2gtpFrame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Answers SECC discovery requests with where to connect; anything else is dropped without a word.
 */
final class Discovery extends SimpleChannelInboundHandler<DatagramPacket> {

    private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);

    private final InetAddress address;
    private final TlsPolicy policy;
    private final Map<SdpSecurity, Integer> ports;
    private final BooleanSupplier pluggedIn;
    private final SdpLimit limit = new SdpLimit();
    private long unanswered;
    private long lastTold = System.nanoTime();

    /** {@code pluggedIn} says whether there is a vehicle to be answered. */
    Discovery(
            InetAddress address,
            TlsPolicy policy,
            Map<SdpSecurity, Integer> ports,
            BooleanSupplier pluggedIn) {
        this.pluggedIn = pluggedIn;
        this.address = address;
        this.policy = policy;
        this.ports = new EnumMap<>(ports);
    }

    /** Another connector's interface, or what a router let through, is not our business. */
    private boolean elsewhere(DatagramPacket packet) {
        return address instanceof Inet6Address own
                && own.isLinkLocalAddress()
                && !(packet.sender().getAddress() instanceof Inet6Address sender
                        && sender.isLinkLocalAddress()
                        && sender.getScopeId() == own.getScopeId());
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, DatagramPacket packet) {
        if (elsewhere(packet)) {
            return;
        }
        try {
            V2gtpFrame frame =
                    V2gtpFrame.ofDatagram(Bytes.owning(ByteBufUtil.getBytes(packet.content())));
            if (frame.type() == PayloadType.SDP_REQUEST) {
                SdpRequest request = SdpRequest.parse(frame.payload());
                if (pluggedIn.getAsBoolean() && inTime(packet)) {
                    answer(context, packet, request);
                }
            }
        } catch (V2gtpException e) {
            LOG.debug("event=sdp-dropped from={} reason=\"{}\"", packet.sender(), e.getMessage());
        }
    }

    /** Whether its source has not asked too often; one line a second at most says who has. */
    private boolean inTime(DatagramPacket packet) {
        long now = System.nanoTime();
        if (limit.answers(packet.sender().getAddress(), now)) {
            return true;
        }
        unanswered++;
        if (now - lastTold > 1_000_000_000L) {
            LOG.warn(
                    "event=sdp-flood from={} unanswered={}",
                    packet.sender().getAddress(),
                    unanswered);
            lastTold = now;
            unanswered = 0;
        }
        return false;
    }

    private void answer(ChannelHandlerContext context, DatagramPacket packet, SdpRequest request) {
        SdpSecurity security = policy.answer(request.security());
        Integer port = ports.get(security);
        if (port == null || request.transport() != SdpTransport.TCP) {
            return;
        }
        SdpResponse response = new SdpResponse(octets(address), port, security, SdpTransport.TCP);
        LOG.info(
                "event=sdp from={} asked={} answered={} port={}",
                packet.sender(),
                request.security(),
                security,
                port);
        context.writeAndFlush(
                new DatagramPacket(
                        Unpooled.wrappedBuffer(response.frame().encode().toArray()),
                        packet.sender()));
    }

    /** 16 octets; an IPv4 loopback, on a machine without IPv6, as a mapped address. */
    private static Bytes octets(InetAddress address) {
        byte[] octets = address.getAddress();
        return octets.length == 16
                ? Bytes.owning(octets)
                : Bytes.fromHex("00000000000000000000ffff").plus(Bytes.owning(octets));
    }
}
