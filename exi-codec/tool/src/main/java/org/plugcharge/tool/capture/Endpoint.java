package org.plugcharge.tool.capture;

import org.plugcharge.exi.Bytes;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One end of a connection: an address of 4 or 16 octets and a port. */
public record Endpoint(Bytes address, int port) {

    private static final int IPV4_LENGTH = 4;

    @Override
    public String toString() {
        return (address.length() == IPV4_LENGTH ? host(address) : "[" + host(address) + "]")
                + ":"
                + port;
    }

    /** The address as people write it (RFC 5952 for IPv6). */
    public static String host(Bytes address) {
        if (address.length() == IPV4_LENGTH) {
            return IntStream.range(0, IPV4_LENGTH)
                    .mapToObj(at -> Integer.toString(Byte.toUnsignedInt(address.at(at))))
                    .collect(Collectors.joining("."));
        }
        int[] groups =
                IntStream.range(0, address.length() / 2)
                        .map(at ->
                                Byte.toUnsignedInt(address.at(2 * at)) << 8
                                        | Byte.toUnsignedInt(address.at(2 * at + 1)))
                        .toArray();
        int longest = 0;
        int start = -1;
        for (int from = 0; from < groups.length; from++) {
            int to = from;
            while (to < groups.length && groups[to] == 0) {
                to++;
            }
            if (to - from > longest && to - from > 1) {
                longest = to - from;
                start = from;
            }
        }
        return start < 0
                ? joined(groups, 0, groups.length)
                : joined(groups, 0, start) + "::" + joined(groups, start + longest, groups.length);
    }

    private static String joined(int[] groups, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(at -> Integer.toHexString(groups[at]))
                .collect(Collectors.joining(":"));
    }
}
