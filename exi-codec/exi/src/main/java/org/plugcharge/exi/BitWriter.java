package org.plugcharge.exi;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Writes EXI values bit by bit into a buffer that is used again for the next message, so that
 * encoding allocates nothing.
 *
 * <p>Checks facets as it writes: a value outside is refused with {@link ExiException}. Not safe for
 * use by several threads.
 */
public final class BitWriter {

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int SLACK = 8;
    private static final int FIRST_BUFFER = 512;
    private static final int TOGETHER = 6;

    private byte[] buffer;
    private int at;

    /** The lowest {@link #filled} bits wait to be written; always fewer than 8 between calls. */
    private long pending;

    private int filled;
    private boolean lenient;

    /** Writes to a buffer of its own, which grows. */
    public BitWriter() {
        buffer = new byte[FIRST_BUFFER];
    }

    /**
     * From now on values outside their facets are written all the same: for tools that write again
     * what others have sent.
     */
    public BitWriter lenient() {
        lenient = true;
        return this;
    }

    /** Forgets what was written; the next message starts at bit 0. */
    public BitWriter reset() {
        at = 0;
        pending = 0;
        filled = 0;
        return this;
    }

    /** The number of bits written. */
    public long bitOffset() {
        return 8L * at + filled;
    }

    /** The number of octets written, the last one filled up with zero bits. */
    public int length() {
        return at + (filled > 0 ? 1 : 0);
    }

    /** A copy of the octets written, the last one filled up with zero bits. */
    public Bytes toBytes() {
        byte[] octets = new byte[length()];
        copy(octets, 0);
        return Bytes.owning(octets);
    }

    /**
     * Copies the octets written to {@code target}; returns their number. {@link ExiException} if
     * they do not fit.
     */
    public int copyTo(byte[] target, int offset) {
        int length = length();
        if (length > target.length - offset) {
            throw refuse(
                    "expected a buffer of at least "
                            + length
                            + " octets, found "
                            + (target.length - offset));
        }
        copy(target, offset);
        return length;
    }

    private void copy(byte[] target, int offset) {
        System.arraycopy(buffer, 0, target, offset, at);
        if (filled > 0) {
            target[offset + at] = (byte) (pending << (8 - filled));
        }
    }

    /** Writes the lowest {@code width} bits (0 to 48) of a value that has no others. */
    public void bits(long value, int width) {
        long all = pending << width | value;
        int bits = filled + width;
        if (at + SLACK > buffer.length) {
            grow(SLACK);
        }
        LONGS.set(buffer, at, all << (64 - bits));
        at += bits >>> 3;
        filled = bits & 7;
        pending = all & ((1 << filled) - 1);
    }

    /** One bit: 1 for true. */
    public void bool(boolean value) {
        bits(value ? 1 : 0, 1);
    }

    /** An integer of a small range as its distance from {@code min} in {@code width} bits. */
    public void ranged(long value, long min, long max, int width) {
        checkRange(value, min, max);
        bits((value - min) & ((1L << width) - 1), width);
    }

    /** A non-negative integer of a wide range. */
    public void unsigned(long value, long min, long max) {
        checkRange(value, min, max);
        unsigned64(value);
    }

    /** An integer of a wide range: sign, then magnitude. */
    public void integer(long value, long min, long max) {
        checkRange(value, min, max);
        bits(value < 0 ? 1 : 0, 1);
        unsigned64(value < 0 ? -(value + 1) : value);
    }

    /** All 64 bits as an unsigned integer: seven bits an octet, lowest first. */
    public void unsigned64(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bits(0x80 | (rest & 0x7F), 8);
            rest >>>= 7;
        }
        bits(rest, 8);
    }

    /**
     * An integer without bounds: sign, then magnitude. At most {@link BitReader#INTEGER_GROUPS}
     * times seven bits.
     */
    public void bigInteger(BigInteger value) {
        BigInteger magnitude = value.signum() < 0 ? value.not() : value;
        if (magnitude.bitLength() > 7 * BitReader.INTEGER_GROUPS) {
            throw refuse(
                    "expected an integer of at most "
                            + 7 * BitReader.INTEGER_GROUPS
                            + " bits, found "
                            + magnitude.bitLength());
        }
        bits(value.signum() < 0 ? 1 : 0, 1);
        while (magnitude.bitLength() > 7) {
            bits(0x80 | (magnitude.intValue() & 0x7F), 8);
            magnitude = magnitude.shiftRight(7);
        }
        bits(magnitude.intValue(), 8);
    }

    /**
     * A string as a literal, never as a hit in the string table; {@code min} and {@code max} count
     * code points.
     */
    public void string(String value, int min, int max) {
        int units = value.length();
        int length = value.codePointCount(0, units);
        if ((length < min || length > max) && !lenient) {
            throw refuse(
                    "expected a string of " + lengths(min, max) + " characters, found " + length);
        }
        unsigned64(length + 2L);
        for (int index = ascii(value, units); index < units; index++) {
            char unit = value.charAt(index);
            if (unit < 0x80) {
                bits(unit, 8);
            } else {
                int character = value.codePointAt(index);
                index += Character.charCount(character) - 1;
                if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
                    throw refuse("expected a character, found half of a surrogate pair");
                }
                unsigned64(character);
            }
        }
    }

    /** Writes six characters at a time while they are ASCII; how many were written. */
    private int ascii(String value, int units) {
        int index = 0;
        for (; index + TOGETHER <= units; index += TOGETHER) {
            long octets = 0;
            int all = 0;
            for (int next = index; next < index + TOGETHER; next++) {
                char unit = value.charAt(next);
                all |= unit;
                octets = octets << 8 | unit;
            }
            if (all >= 0x80) {
                return index;
            }
            bits(octets, 8 * TOGETHER);
        }
        return index;
    }

    /** Octets after their number. */
    public void binary(Bytes value, int min, int max) {
        byte[] octets = value.array();
        if ((octets.length < min || octets.length > max) && !lenient) {
            throw refuse("expected " + lengths(min, max) + " octets, found " + octets.length);
        }
        unsigned64(octets.length);
        if (at + octets.length + 2 * SLACK > buffer.length) {
            grow(octets.length + 2 * SLACK);
        }
        if (filled == 0) {
            System.arraycopy(octets, 0, buffer, at, octets.length);
            at += octets.length;
        } else {
            shifted(octets);
        }
    }

    private void shifted(byte[] octets) {
        int index = 0;
        byte[] target = buffer;
        int to = at;
        long carry = pending;
        int left = 64 - filled;
        for (; index + 8 <= octets.length; index += 8, to += 8) {
            long next = (long) LONGS.get(octets, index);
            LONGS.set(target, to, carry << left | next >>> filled);
            carry = next & ((1L << filled) - 1);
        }
        at = to;
        pending = carry;
        for (; index < octets.length; index++) {
            bits(octets[index] & 0xFF, 8);
        }
    }

    /** A refusal at this place, to be thrown. */
    public ExiException refuse(String problem) {
        return new ExiException(problem, bitOffset());
    }

    /** Refuses a list whose size its schema forbids. */
    public void checkSize(int size, int min, int max) {
        if (size < min || size > max) {
            throw refuse("expected " + lengths(min, max) + " times, found " + size);
        }
    }

    private void checkRange(long value, long min, long max) {
        if ((value < min || value > max) && !lenient) {
            throw refuse("expected " + min + " to " + max + ", found " + value);
        }
    }

    static String lengths(int min, int max) {
        return min == max
                ? "exactly " + min
                : max == Integer.MAX_VALUE ? "at least " + min : min + " to " + max;
    }

    private void grow(int needed) {
        buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, at + needed));
    }
}
