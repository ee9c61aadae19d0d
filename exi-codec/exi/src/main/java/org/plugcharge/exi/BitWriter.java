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
    private static final int TOGETHER = 7;

    /** With this many bits waiting, a number of one or two octets and its sign still fit. */
    public static final int AHEAD = 40;

    private byte[] buffer;
    private int at;

    /** The lowest {@link #filled} bits wait to be written, those above them mean nothing. */
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

    /** Writes the lowest {@code width} bits (0 to 57) of a value that has no others. */
    public void bits(long value, int width) {
        long all = pending << width | value;
        int bits = filled + width;
        if (at + SLACK > buffer.length) {
            grow(SLACK);
        }
        // Where no bit waits the shift is by 64, that is by none: what is written then is not kept.
        LONGS.set(buffer, at, all << (64 - bits));
        at += bits >>> 3;
        filled = bits & 7;
        pending = all;
    }

    /** The distance of an integer of a small range from {@code min}. */
    public long distance(long value, long min, long max, int width) {
        checkRange(value, min, max);
        return (value - min) & ((1L << width) - 1);
    }

    /**
     * A non-negative integer of a wide range, behind {@code width} bits (0 to {@link #AHEAD}) that
     * wait.
     */
    public void unsigned(long ahead, int width, long value, long min, long max) {
        checkRange(value, min, max);
        unsigned64(ahead, width, value);
    }

    /** An integer of a wide range, sign, then magnitude, behind {@code width} bits that wait. */
    public void integer(long ahead, int width, long value, long min, long max) {
        checkRange(value, min, max);
        unsigned64(ahead << 1 | value >>> 63, width + 1, value ^ value >> 63);
    }

    /**
     * All 64 bits as an unsigned integer, seven bits an octet, lowest first, behind {@code width}
     * bits that wait.
     */
    public void unsigned64(long ahead, int width, long value) {
        if ((value & -0x80) == 0) {
            bits(ahead << 8 | value, width + 8);
        } else if ((value & -0x4000) == 0) {
            bits(ahead << 16 | 0x8000 | (value & 0x7F) << 8 | value >>> 7, width + 16);
        } else {
            bits(ahead, width);
            groups(value);
        }
    }

    private void groups(long value) {
        long rest = value;
        while ((rest & -0x80) != 0) {
            bits(0x80 | (rest & 0x7F), 8);
            rest >>>= 7;
        }
        bits(rest, 8);
    }

    /**
     * An integer without bounds: sign, then magnitude, behind {@code width} bits that wait. At most
     * {@link BitReader#INTEGER_GROUPS} times seven bits.
     */
    public void bigInteger(long ahead, int width, BigInteger value) {
        BigInteger magnitude = value.signum() < 0 ? value.not() : value;
        if (magnitude.bitLength() > 7 * BitReader.INTEGER_GROUPS) {
            throw refuse(
                    "expected an integer of at most "
                            + 7 * BitReader.INTEGER_GROUPS
                            + " bits, found "
                            + magnitude.bitLength());
        }
        bits(ahead << 1 | (value.signum() < 0 ? 1 : 0), width + 1);
        while (magnitude.bitLength() > 7) {
            bits(0x80 | (magnitude.intValue() & 0x7F), 8);
            magnitude = magnitude.shiftRight(7);
        }
        bits(magnitude.intValue(), 8);
    }

    /**
     * A string as a literal, never as a hit in the string table, behind {@code width} bits that
     * wait; {@code min} and {@code max} count code points.
     */
    public void string(long ahead, int width, String value, int min, int max) {
        int units = value.length();
        int length = value.codePointCount(0, units);
        if ((length < min || length > max) && !lenient) {
            throw refuse(
                    "expected a string of " + lengths(min, max) + " characters, found " + length);
        }
        unsigned64(ahead, width, length + 2L);
        int index = ascii(value, units);
        if (index < units) {
            beyondAscii(value, index, units);
        }
    }

    /** Writes seven characters at a time while they are ASCII; how many were written. */
    private int ascii(String value, int units) {
        int index = 0;
        while (index < units) {
            int next = Math.min(index + TOGETHER, units);
            long octets = octets(value, index, next);
            if (octets < 0) {
                return index;
            }
            bits(octets, 8 * (next - index));
            index = next;
        }
        return index;
    }

    /** At most seven characters as octets, or -1 if one is not ASCII. */
    private static long octets(String value, int from, int to) {
        long octets = 0;
        int all = 0;
        for (int index = from; index < to; index++) {
            char unit = value.charAt(index);
            all |= unit;
            octets = octets << 8 | unit;
        }
        return all < 0x80 ? octets : -1;
    }

    private void beyondAscii(String value, int start, int units) {
        for (int index = start; index < units; index++) {
            int character = value.codePointAt(index);
            index += Character.charCount(character) - 1;
            if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
                throw refuse("expected a character, found half of a surrogate pair");
            }
            groups(character);
        }
    }

    /** Octets after their number, behind {@code width} bits that wait. */
    public void binary(long ahead, int width, Bytes value, int min, int max) {
        byte[] octets = value.array();
        if ((octets.length < min || octets.length > max) && !lenient) {
            throw refuse("expected " + lengths(min, max) + " octets, found " + octets.length);
        }
        unsigned64(ahead, width, octets.length);
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
            carry = next;
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
