package org.plugcharge.tool.capture;

import org.plugcharge.exi.Bytes;
import org.plugcharge.tool.capture.Carried.Datagram;
import org.plugcharge.tool.capture.Carried.Nothing;
import org.plugcharge.tool.capture.Carried.PowerLine;
import org.plugcharge.tool.capture.Carried.Segment;
import org.plugcharge.tool.capture.Carried.Unreadable;

/** Takes link, VLAN, IP and transport headers off a packet. */
public final class Layers {

    private static final int NULL_LOOPBACK = 0;
    private static final int ETHERNET = 1;
    private static final int RAW_IP = 101;
    private static final int LOOPBACK = 108;
    private static final int LINUX_COOKED = 113;
    private static final int IPV4_ONLY = 228;
    private static final int IPV6_ONLY = 229;
    private static final int LINUX_COOKED_2 = 276;

    private static final int IPV4 = 0x0800;
    private static final int IPV6 = 0x86DD;
    private static final int HOMEPLUG = 0x88E1;
    private static final int VLAN = 0x8100;
    private static final int SERVICE_VLAN = 0x88A8;

    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int HOP_BY_HOP = 0;
    private static final int ROUTING = 43;
    private static final int FRAGMENT = 44;
    private static final int AUTHENTICATION = 51;
    private static final int DESTINATION_OPTIONS = 60;

    private static final int MAC_LENGTH = 6;
    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int TCP_HEADER = 20;
    private static final int UDP_HEADER = 8;
    private static final int MOST_HEADERS = 8;

    private final Bytes octets;
    private int at;
    private int end;
    private long missing;

    private Layers(Packet packet) {
        octets = packet.octets();
        end = octets.length();
        missing = Math.max(0, packet.length() - octets.length());
    }

    /** What the packet carries; never throws. */
    public static Carried of(Packet packet) {
        Layers layers = new Layers(packet);
        try {
            return layers.link(packet.linkType());
        } catch (IndexOutOfBoundsException _) {
            return new Unreadable(
                    "only "
                            + packet.octets().length()
                            + " of "
                            + packet.length()
                            + " octets were captured or sent, too few for its headers");
        }
    }

    /** Whether packets of this link type can be read. */
    public static boolean reads(int linkType) {
        return switch (linkType) {
            case NULL_LOOPBACK,
                    ETHERNET,
                    RAW_IP,
                    LOOPBACK,
                    LINUX_COOKED,
                    IPV4_ONLY,
                    IPV6_ONLY,
                    LINUX_COOKED_2 ->
                    true;
            default -> false;
        };
    }

    private int u8(int index) {
        if (index >= end) {
            throw new IndexOutOfBoundsException(index);
        }
        return Byte.toUnsignedInt(octets.at(index));
    }

    private int u16(int index) {
        return u8(index) << 8 | u8(index + 1);
    }

    private long u32(int index) {
        return (long) u16(index) << 16 | u16(index + 2);
    }

    private Bytes slice(int from, int length) {
        if (length < 0 || from + length > end) {
            throw new IndexOutOfBoundsException(from + length);
        }
        return octets.slice(from, from + length);
    }

    private Carried link(int linkType) {
        return switch (linkType) {
            case ETHERNET -> {
                at = 2 * MAC_LENGTH;
                yield ethertype(slice(MAC_LENGTH, MAC_LENGTH), slice(0, MAC_LENGTH));
            }
            case LINUX_COOKED -> {
                at = 14;
                yield ethertype(slice(6, MAC_LENGTH), Bytes.EMPTY);
            }
            case LINUX_COOKED_2 -> {
                int protocol = u16(0);
                at = 20;
                yield protocol == HOMEPLUG
                        ? new PowerLine(slice(12, MAC_LENGTH), Bytes.EMPTY, rest())
                        : ip(protocol);
            }
            case NULL_LOOPBACK, LOOPBACK -> {
                at = 4;
                yield ipOfAnyVersion();
            }
            case RAW_IP, IPV4_ONLY, IPV6_ONLY -> ipOfAnyVersion();
            default -> new Nothing();
        };
    }

    private Bytes rest() {
        return slice(at, end - at);
    }

    private Carried ethertype(Bytes source, Bytes destination) {
        int type = u16(at);
        at += 2;
        for (int tags = 0; tags < 2 && (type == VLAN || type == SERVICE_VLAN); tags++) {
            type = u16(at + 2);
            at += 4;
        }
        return type == HOMEPLUG ? new PowerLine(source, destination, rest()) : ip(type);
    }

    private Carried ipOfAnyVersion() {
        return ip(u8(at) >>> 4 == 4 ? IPV4 : IPV6);
    }

    private Carried ip(int ethertype) {
        return switch (ethertype) {
            case IPV4 -> ipv4();
            case IPV6 -> ipv6();
            default -> new Nothing();
        };
    }

    private Carried ipv4() {
        int header = (u8(at) & 0xF) * 4;
        int total = u16(at + 2);
        if (u8(at) >>> 4 != 4 || header < IPV4_HEADER) {
            return new Unreadable("expected an IPv4 header, found none");
        }
        boolean fragment = (u16(at + 6) & 0x3FFF) != 0;
        Bytes source = slice(at + 12, 4);
        Bytes destination = slice(at + 16, 4);
        int protocol = u8(at + 9);
        limit(at, total);
        at += header;
        return fragment ? fragment(protocol) : transport(protocol, source, destination);
    }

    private Carried ipv6() {
        if (u8(at) >>> 4 != 6) {
            return new Unreadable("expected an IPv6 header, found none");
        }
        int length = u16(at + 4);
        int next = u8(at + 6);
        Bytes source = slice(at + 8, 16);
        Bytes destination = slice(at + 24, 16);
        at += IPV6_HEADER;
        limit(at, length);
        for (int headers = 0; headers < MOST_HEADERS; headers++) {
            switch (next) {
                case HOP_BY_HOP, ROUTING, DESTINATION_OPTIONS -> {
                    next = u8(at);
                    at += (u8(at + 1) + 1) * 8;
                }
                case AUTHENTICATION -> {
                    next = u8(at);
                    at += (u8(at + 1) + 2) * 4;
                }
                case FRAGMENT -> {
                    boolean whole = (u16(at + 2) & 0xFFF9) == 0;
                    next = u8(at);
                    at += 8;
                    if (!whole) {
                        return fragment(next);
                    }
                }
                default -> {
                    return transport(next, source, destination);
                }
            }
        }
        return new Unreadable("expected at most " + MOST_HEADERS + " IPv6 headers, found more");
    }

    private static Carried fragment(int protocol) {
        return protocol == TCP || protocol == UDP
                ? new Unreadable("a fragment of an IP packet; these are not put together")
                : new Nothing();
    }

    /**
     * What lies behind the IP packet is padding; a length of 0 means that the card cut it later.
     */
    private void limit(int from, int length) {
        if (length == 0) {
            return;
        }
        if (from + length <= end) {
            end = from + length;
            missing = 0;
        } else {
            missing = (long) from + length - end;
        }
    }

    private Carried transport(int protocol, Bytes source, Bytes destination) {
        return switch (protocol) {
            case TCP -> tcp(source, destination);
            case UDP -> udp(source, destination);
            default -> new Nothing();
        };
    }

    private Carried tcp(Bytes source, Bytes destination) {
        int header = (u8(at + 12) >>> 4) * 4;
        if (header < TCP_HEADER) {
            return new Unreadable("expected a TCP header, found none");
        }
        int flags = u8(at + 13);
        return new Segment(
                new Endpoint(source, u16(at)),
                new Endpoint(destination, u16(at + 2)),
                u32(at + 4),
                u32(at + 8),
                (flags & 0x02) != 0,
                (flags & 0x10) != 0,
                (flags & 0x01) != 0,
                (flags & 0x04) != 0,
                slice(at + header, end - at - header),
                (int) Math.min(missing, 0xFFFF));
    }

    private Carried udp(Bytes source, Bytes destination) {
        int length = u16(at + 4);
        if (missing > 0) {
            return new Unreadable("a UDP datagram of which only the beginning was captured");
        }
        return new Datagram(
                new Endpoint(source, u16(at)),
                new Endpoint(destination, u16(at + 2)),
                slice(at + UDP_HEADER, length - UDP_HEADER));
    }
}
