package org.plugcharge.tool.capture;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads the newer format: blocks in sections, several interfaces, embedded TLS secrets. */
final class PcapngReader extends CaptureReader {

    private static final int SECTION = 0x0A0D0D0A;
    private static final int INTERFACE = 1;
    private static final int OLD_PACKET = 2;
    private static final int SIMPLE_PACKET = 3;
    private static final int PACKET = 6;
    private static final int SECRETS = 10;
    private static final int TLS_KEY_LOG = 0x544C534B;
    private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;

    private static final int RESOLUTION_OPTION = 9;
    private static final int OFFSET_OPTION = 14;
    private static final int BLOCK_OVERHEAD = 12;

    /** Room for the longest packet with its options, and for a long key log. */
    private static final int LONGEST_BLOCK = 16 << 20;

    private static final int MOST_INTERFACES = 1_024;
    private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);

    private final Octets octets;
    private final List<Interface> interfaces = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>();
    private long count;

    /** Where packets come from: the link type, ticks a second, and seconds to add. */
    private record Interface(int linkType, BigInteger ticks, long offset) {

        Instant time(long stamp) {
            BigInteger[] parts =
                    new BigInteger(Long.toUnsignedString(stamp)).divideAndRemainder(ticks);
            try {
                return Instant.ofEpochSecond(
                        Math.addExact(parts[0].longValueExact(), offset),
                        parts[1].multiply(NANOS).divide(ticks).longValueExact());
            } catch (ArithmeticException | java.time.DateTimeException _) {
                throw new CaptureException(
                        "expected a time, found " + Long.toUnsignedString(stamp) + " ticks");
            }
        }
    }

    PcapngReader(Octets octets) throws IOException {
        this.octets = octets;
        section();
    }

    @Override
    public List<String> secrets() {
        return List.copyOf(secrets);
    }

    @Override
    public @Nullable Packet next() throws IOException {
        while (true) {
            ByteBuffer type = octets.next(4, "a block");
            if (!type.hasRemaining()) {
                return null;
            }
            int kind = type.getInt();
            if (kind == SECTION) {
                section();
                continue;
            }
            ByteBuffer body = body();
            switch (kind) {
                case INTERFACE -> addInterface(body);
                case SECRETS -> addSecrets(body);
                case PACKET -> {
                    return packet(body, body.getInt(0));
                }
                case OLD_PACKET -> {
                    return packet(body, Short.toUnsignedInt(body.getShort(0)));
                }
                case SIMPLE_PACKET -> {
                    return simplePacket(body);
                }
                default -> {}
            }
        }
    }

    /** A section's first block; its type has been read. */
    private void section() throws IOException {
        ByteBuffer start = octets.required(8, "the section header").order(ByteOrder.BIG_ENDIAN);
        int magic = start.getInt(4);
        if (magic != BYTE_ORDER_MAGIC && Integer.reverseBytes(magic) != BYTE_ORDER_MAGIC) {
            throw new CaptureException(
                    "expected the byte-order magic of a pcapng section, found %08X"
                            .formatted(magic));
        }
        octets.order(magic == BYTE_ORDER_MAGIC ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int length = checkedLength(start.order(octets.order()).getInt(0));
        octets.required(length - BLOCK_OVERHEAD, "the section header");
        interfaces.clear();
    }

    private ByteBuffer body() throws IOException {
        int length = checkedLength(octets.required(4, "a block's length").getInt());
        ByteBuffer body = octets.required(length - BLOCK_OVERHEAD, "a block");
        int again = octets.required(4, "the end of a block").getInt();
        if (again != length) {
            throw new CaptureException(
                    "expected a block's length " + length + " again at its end, found " + again);
        }
        return body;
    }

    private int checkedLength(int length) {
        if (length < BLOCK_OVERHEAD || length > LONGEST_BLOCK || length % 4 != 0) {
            throw new CaptureException(
                    "expected a block of 12 to %d octets, a multiple of 4, at %d, found %s"
                            .formatted(
                                    LONGEST_BLOCK, octets.at(), Integer.toUnsignedString(length)));
        }
        return length;
    }

    private void need(ByteBuffer body, int size, String what) {
        if (body.limit() < size) {
            throw new CaptureException(
                    "expected "
                            + what
                            + " of at least "
                            + size
                            + " octets before "
                            + octets.at()
                            + ", found "
                            + body.limit());
        }
    }

    private void addInterface(ByteBuffer body) {
        need(body, 8, "an interface block");
        if (interfaces.size() == MOST_INTERFACES) {
            throw new CaptureException("expected at most " + MOST_INTERFACES + " interfaces");
        }
        int linkType = Short.toUnsignedInt(body.getShort(0));
        BigInteger ticks = BigInteger.valueOf(1_000_000);
        long offset = 0;
        int at = 8;
        while (at + 4 <= body.limit()) {
            int code = Short.toUnsignedInt(body.getShort(at));
            int length = Short.toUnsignedInt(body.getShort(at + 2));
            if (code == 0 || at + 4 + length > body.limit()) {
                break;
            }
            if (code == RESOLUTION_OPTION && length == 1) {
                ticks = ticks(body.get(at + 4));
            } else if (code == OFFSET_OPTION && length == 8) {
                offset = body.getLong(at + 4);
            }
            at += 4 + (length + 3 & ~3);
        }
        interfaces.add(new Interface(linkType, ticks, offset));
    }

    private static BigInteger ticks(byte resolution) {
        int exponent = resolution & 0x7F;
        return exponent > 63
                ? BigInteger.ONE
                : resolution < 0 ? BigInteger.TWO.pow(exponent) : BigInteger.TEN.pow(exponent);
    }

    private void addSecrets(ByteBuffer body) {
        need(body, 8, "a secrets block");
        int length = body.getInt(4);
        if (body.getInt(0) == TLS_KEY_LOG && length >= 0 && length <= body.limit() - 8) {
            byte[] text = new byte[length];
            body.get(8, text);
            secrets.add(new String(text, StandardCharsets.US_ASCII));
        }
    }

    private Packet packet(ByteBuffer body, int interfaceNumber) {
        need(body, 20, "a packet block");
        Interface source = source(interfaceNumber);
        long stamp =
                Integer.toUnsignedLong(body.getInt(4)) << 32
                        | Integer.toUnsignedLong(body.getInt(8));
        return packet(body, 20, source, source.time(stamp), body.getInt(12), body.getInt(16));
    }

    private Packet simplePacket(ByteBuffer body) {
        need(body, 4, "a simple packet block");
        int length = body.getInt(0);
        return packet(
                body,
                4,
                source(0),
                Instant.EPOCH,
                (int) Math.min(Integer.toUnsignedLong(length), body.limit() - 4),
                length);
    }

    private Packet packet(
            ByteBuffer body, int from, Interface source, Instant time, int kept, int length) {
        count++;
        if (kept < 0 || kept > LONGEST_PACKET || kept > body.limit() - from) {
            throw new CaptureException(
                    "expected a packet of at most %d octets, found %s (packet %d)"
                            .formatted(
                                    Math.min(LONGEST_PACKET, body.limit() - from),
                                    Integer.toUnsignedString(kept),
                                    count));
        }
        byte[] packet = new byte[kept];
        body.get(from, packet);
        return new Packet(
                count,
                time,
                source.linkType(),
                Bytes.owning(packet),
                Integer.toUnsignedLong(length));
    }

    private Interface source(int number) {
        if (number < 0 || number >= interfaces.size()) {
            throw new CaptureException(
                    "expected a packet of one of "
                            + interfaces.size()
                            + " interfaces, found interface "
                            + Integer.toUnsignedString(number));
        }
        return interfaces.get(number);
    }
}
