package org.plugcharge.evcc.capture;

import org.plugcharge.exi.Bytes;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** Ethernet frames around octets: IPv6, and UDP or TCP, with checksums that are right. */
final class EthernetFrames {

    static final int FIN = 0x01;
    static final int SYN = 0x02;
    static final int PSH = 0x08;
    static final int ACK = 0x10;

    private static final short IPV6 = (short) 0x86DD;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int ETHERNET_HEADER = 14;
    private static final int IP_HEADER = 40;
    private static final int TCP_HEADER = 20;
    private static final int UDP_HEADER = 8;
    private static final int ADDRESS = 16;
    private static final byte HOPS = 64;
    private static final short WINDOW = (short) 0xFFFF;

    private EthernetFrames() {}

    /** One end: a name for the Ethernet address, and the address and port. */
    record End(int number, InetSocketAddress socket) {}

    static Bytes udp(End from, End to, Bytes payload) {
        ByteBuffer packet = packet(from, to, UDP, UDP_HEADER + payload.length());
        packet.putShort((short) from.socket().getPort());
        packet.putShort((short) to.socket().getPort());
        packet.putShort((short) (UDP_HEADER + payload.length()));
        packet.putShort((short) 0);
        packet.put(payload.toArray());
        return checked(packet, UDP, 6);
    }

    static Bytes tcp(End from, End to, int sequence, int acknowledged, int flags, Bytes payload) {
        ByteBuffer packet = packet(from, to, TCP, TCP_HEADER + payload.length());
        packet.putShort((short) from.socket().getPort());
        packet.putShort((short) to.socket().getPort());
        packet.putInt(sequence);
        packet.putInt(acknowledged);
        packet.putShort((short) ((TCP_HEADER / 4) << 12 | flags));
        packet.putShort(WINDOW);
        packet.putInt(0);
        packet.put(payload.toArray());
        return checked(packet, TCP, 16);
    }

    private static ByteBuffer packet(End from, End to, int protocol, int length) {
        ByteBuffer packet = ByteBuffer.allocate(ETHERNET_HEADER + IP_HEADER + length);
        packet.put(hardware(to)).put(hardware(from)).putShort(IPV6);
        packet.putInt(0x60000000).putShort((short) length).put((byte) protocol).put(HOPS);
        packet.put(address(from)).put(address(to));
        return packet;
    }

    /** A locally administered address, or that of an IPv6 multicast group (RFC 2464). */
    private static byte[] hardware(End end) {
        byte[] address = address(end);
        return address[0] == (byte) 0xFF
                ? new byte[] {0x33, 0x33, address[12], address[13], address[14], address[15]}
                : new byte[] {2, 0, 0, 0, 0, (byte) end.number()};
    }

    /** 16 octets; IPv4 as a mapped address. */
    private static byte[] address(End end) {
        InetAddress address = end.socket().getAddress();
        byte[] octets = address.getAddress();
        if (octets.length == ADDRESS) {
            return octets;
        }
        byte[] mapped = new byte[ADDRESS];
        mapped[10] = (byte) 0xFF;
        mapped[11] = (byte) 0xFF;
        System.arraycopy(octets, 0, mapped, 12, octets.length);
        return mapped;
    }

    /** Fills in the checksum, which stands so far behind the IP header. */
    private static Bytes checked(ByteBuffer packet, int protocol, int checksumAt) {
        byte[] octets = new byte[packet.capacity()];
        packet.flip().get(octets);
        int start = ETHERNET_HEADER + IP_HEADER;
        int length = octets.length - start;
        long sum = (long) protocol + length;
        sum += sum(octets, ETHERNET_HEADER + 8, 2 * ADDRESS);
        sum += sum(octets, start, length);
        while (sum >>> 16 != 0) {
            sum = (sum & 0xFFFF) + (sum >>> 16);
        }
        int checksum = (int) (~sum & 0xFFFF);
        int sent = checksum == 0 ? 0xFFFF : checksum;
        octets[start + checksumAt] = (byte) (sent >>> 8);
        octets[start + checksumAt + 1] = (byte) sent;
        return Bytes.owning(octets);
    }

    private static long sum(byte[] octets, int from, int length) {
        long sum = 0;
        for (int i = 0; i < length; i++) {
            int octet = Byte.toUnsignedInt(octets[from + i]);
            sum += i % 2 == 0 ? octet << 8 : octet;
        }
        return sum;
    }
}
