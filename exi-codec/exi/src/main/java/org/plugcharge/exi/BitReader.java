package org.plugcharge.exi;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads EXI values bit by bit from octets it does not own and does not change.
 *
 * <p>Every length is checked against its facet and against the bits that are left before anything
 * is allocated; whatever is wrong is an {@link ExiException}. String-table hits are followed,
 * though no known peer sends them. Not safe for use by several threads.
 */
public final class BitReader {

    /**
     * The longest integer without bounds, in groups of seven bits: a certificate's serial number
     * needs 23.
     */
    public static final int INTEGER_GROUPS = 64;

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int LONG_GROUPS = 10;

    private final byte[] octets;
    private final int base;
    private final int limit;
    private final long end;
    private long at;

    private String[] strings = {};
    private int[] stringNames = {};
    private int stringCount;
    private @Nullable List<String> broken;

    /** Reads {@code length} octets from {@code offset}. */
    public BitReader(byte[] octets, int offset, int length) {
        java.util.Objects.checkFromIndexSize(offset, length, octets.length);
        this.octets = octets;
        this.base = offset;
        this.limit = offset + length;
        this.end = 8L * length;
    }

    /** Reads all octets. */
    public BitReader(Bytes octets) {
        this(octets.array(), 0, octets.length());
    }

    /**
     * From now on a value outside its facets is read all the same and only noted in {@link
     * #brokenFacets}: for tools that look at what others have sent. Lengths are still held against
     * the bits that are left.
     */
    public BitReader lenient() {
        broken = new ArrayList<>();
        return this;
    }

    /** What {@link #lenient} has let pass, in the order read. */
    public List<String> brokenFacets() {
        return broken == null ? List.of() : List.copyOf(broken);
    }

    private void facet(String problem) {
        if (broken == null) {
            throw refuse(problem);
        }
        broken.add(refuse(problem).getMessage());
    }

    /** The number of bits read. */
    public long bitOffset() {
        return at;
    }

    /** Reads {@code width} bits, 0 to 32, as a non-negative number. */
    public long bits(int width) {
        long next = at + width;
        if (next > end) {
            throw refuse("expected " + width + " more bits, found " + (end - at));
        }
        int index = base + (int) (at >>> 3);
        long word = index + 8 <= limit ? (long) LONGS.get(octets, index) : lastWord(index);
        int shift = (int) at & 7;
        at = next;
        return width == 0 ? 0 : word << shift >>> (64 - width);
    }

    private long lastWord(int index) {
        long word = 0;
        for (int octet = 0; octet < 8; octet++) {
            word = word << 8 | (index + octet < limit ? octets[index + octet] & 0xFF : 0);
        }
        return word;
    }

    /** An event code of {@code width} bits. */
    public int event(int width) {
        return (int) bits(width);
    }

    /**
     * Reads {@code count} event codes of one bit that must all be 0; a 1 escapes to the second
     * level, which nobody sends.
     */
    public void single(int count) {
        if (bits(count) != 0) {
            throw refuse(
                    "expected the only event of this state, found the escape to second-level events"
                            + " (xsi:type, xsi:nil, undeclared content), which is not accepted");
        }
    }

    /** A boolean. */
    public boolean bool() {
        return bits(1) != 0;
    }

    /** The constant with the index found in {@code width} bits. */
    public <E> E oneOf(E[] constants, int width) {
        int index = (int) bits(width);
        if (index >= constants.length) {
            throw refuse("expected one of " + constants.length + " values, found number " + index);
        }
        return constants[index];
    }

    /** An integer of a small range. */
    public int ranged(int min, int max, int width) {
        int value = (int) bits(width) + min;
        if (value > max) {
            facet("expected " + min + " to " + max + ", found " + value);
        }
        return value;
    }

    /** A non-negative integer of a wide range. */
    public long unsigned(long min, long max) {
        return checkRange(unsigned64(), min, max);
    }

    /** An integer of a wide range. */
    public long integer(long min, long max) {
        boolean negative = bool();
        long magnitude = unsigned64();
        if (magnitude < 0) {
            throw refuse(
                    "expected " + min + " to " + max + ", found a number of more than 63 bits");
        }
        return checkRange(negative ? -magnitude - 1 : magnitude, min, max);
    }

    private long checkRange(long value, long min, long max) {
        if (value < min || value > max) {
            facet(
                    "expected "
                            + min
                            + " to "
                            + max
                            + ", found "
                            + (min < 0 ? Long.toString(value) : Long.toUnsignedString(value)));
        }
        return value;
    }

    /** An unsigned integer of at most 64 bits. */
    public long unsigned64() {
        long octet = bits(8);
        if (octet < 0x80) {
            return octet;
        }
        long value = octet & 0x7F;
        for (int group = 1; group < LONG_GROUPS; group++) {
            octet = bits(8);
            value |= (octet & 0x7F) << (7 * group);
            if (octet < 0x80) {
                if (group == LONG_GROUPS - 1 && octet > 1) {
                    break;
                }
                return value;
            }
        }
        throw refuse("expected an unsigned integer of at most 64 bits");
    }

    /** An integer without bounds, at most {@link #INTEGER_GROUPS} times seven bits. */
    public BigInteger bigInteger() {
        boolean negative = bool();
        BigInteger magnitude = BigInteger.ZERO;
        for (int group = 0; group < INTEGER_GROUPS; group++) {
            int octet = (int) bits(8);
            magnitude = magnitude.or(BigInteger.valueOf(octet & 0x7F).shiftLeft(7 * group));
            if (octet < 0x80) {
                return negative ? magnitude.not() : magnitude;
            }
        }
        throw refuse("expected an integer of at most " + 7 * INTEGER_GROUPS + " bits");
    }

    /**
     * A string of {@code min} to {@code max} code points; {@code name} is the number of the element
     * or attribute that holds it.
     */
    public String string(int name, int min, int max) {
        long length = unsigned64();
        if (length >= 0 && length < 2) {
            return checkLength(length == 0 ? localHit(name) : globalHit(), min, max);
        }
        length -= 2;
        if (length < min || length > max) {
            facet(
                    "expected a string of "
                            + BitWriter.lengths(min, max)
                            + " characters, found "
                            + Long.toUnsignedString(length));
        }
        if (length < 0 || length > (end - at) >>> 3) {
            throw refuse(
                    "expected a string of "
                            + Long.toUnsignedString(length)
                            + " characters, found "
                            + (end - at)
                            + " more bits");
        }
        String value = characters((int) length);
        if (length > 0) {
            remember(name, value);
        }
        return value;
    }

    @SuppressWarnings(
            "deprecation") // The constructor from ASCII octets is the one that does not decode.
    private String characters(int length) {
        byte[] ascii = new byte[length];
        for (int index = fourByFour(ascii); index < length; index++) {
            int octet = (int) bits(8);
            if (octet >= 0x80) {
                at -= 8;
                return new String(ascii, 0, 0, index) + beyondAscii(length - index);
            }
            ascii[index] = (byte) octet;
        }
        return new String(ascii, 0, 0, length);
    }

    /** Reads four characters at a time while they are ASCII; how many were read. */
    private int fourByFour(byte[] ascii) {
        int index = 0;
        for (; index + 4 <= ascii.length; index += 4) {
            int four = (int) bits(32);
            if ((four & 0x80808080) != 0) {
                at -= 32;
                return index;
            }
            ascii[index] = (byte) (four >>> 24);
            ascii[index + 1] = (byte) (four >>> 16);
            ascii[index + 2] = (byte) (four >>> 8);
            ascii[index + 3] = (byte) four;
        }
        return index;
    }

    private String beyondAscii(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int index = 0; index < length; index++) {
            long character = unsigned64();
            if (character < 0
                    || character > Character.MAX_CODE_POINT
                    || (character >= Character.MIN_SURROGATE
                            && character <= Character.MAX_SURROGATE)) {
                throw refuse("expected a character, found U+" + Long.toHexString(character));
            }
            text.appendCodePoint((int) character);
        }
        return text.toString();
    }

    private void remember(int name, String value) {
        if (stringCount == strings.length) {
            int size = Math.max(8, stringCount * 2);
            strings = Arrays.copyOf(strings, size);
            stringNames = Arrays.copyOf(stringNames, size);
        }
        strings[stringCount] = value;
        stringNames[stringCount++] = name;
    }

    private String localHit(int name) {
        int count = 0;
        for (int index = 0; index < stringCount; index++) {
            count += stringNames[index] == name ? 1 : 0;
        }
        long wanted = bits(width(count));
        for (int index = 0; index < stringCount; index++) {
            if (stringNames[index] == name && wanted-- == 0) {
                return strings[index];
            }
        }
        throw refuse("expected a string of this element seen before, found none");
    }

    private String globalHit() {
        long wanted = bits(width(stringCount));
        if (wanted >= stringCount) {
            throw refuse(
                    "expected one of "
                            + stringCount
                            + " strings seen before, found number "
                            + wanted);
        }
        return strings[(int) wanted];
    }

    private String checkLength(String value, int min, int max) {
        int length = value.codePointCount(0, value.length());
        if (length < min || length > max) {
            facet(
                    "expected a string of "
                            + BitWriter.lengths(min, max)
                            + " characters, found "
                            + length);
        }
        return value;
    }

    private static int width(int values) {
        return values <= 1 ? 0 : 32 - Integer.numberOfLeadingZeros(values - 1);
    }

    /** Octets after their number, which must be {@code min} to {@code max}. */
    public Bytes binary(int min, int max) {
        long length = unsigned64();
        if (length < min || length > max) {
            facet(
                    "expected "
                            + BitWriter.lengths(min, max)
                            + " octets, found "
                            + Long.toUnsignedString(length));
        }
        if (length < 0 || length > (end - at) >>> 3) {
            throw refuse(
                    "expected "
                            + Long.toUnsignedString(length)
                            + " octets, found "
                            + (end - at)
                            + " more bits");
        }
        byte[] value = new byte[(int) length];
        int shift = (int) at & 7;
        int from = base + (int) (at >>> 3);
        if (shift == 0) {
            System.arraycopy(octets, from, value, 0, value.length);
        } else {
            shifted(value, from, shift);
        }
        at += 8L * length;
        return Bytes.owning(value);
    }

    private void shifted(byte[] value, int from, int shift) {
        int index = 0;
        for (; index + 8 <= value.length; index += 8) {
            long word = (long) LONGS.get(octets, from + index);
            int last = octets[from + index + 8] & 0xFF;
            LONGS.set(value, index, word << shift | last >>> (8 - shift));
        }
        for (; index < value.length; index++) {
            int two = (octets[from + index] & 0xFF) << 8 | (octets[from + index + 1] & 0xFF);
            value[index] = (byte) (two >>> (8 - shift));
        }
    }

    /** The header: the one octet 80 that says EXI version 1 without options. */
    public void header() {
        if (end < 8 || octets[base] != (byte) 0x80) {
            throw refuse(
                    "expected the EXI header 80, found "
                            + (end < 8 ? "nothing" : "%02x".formatted(octets[base])));
        }
        at = 8;
    }

    /** The end: only zero bits may follow, as some senders fill up their buffers. */
    public void finish() {
        for (long index = at; index < end; index = (index | 7) + 1) {
            int octet = octets[base + (int) (index >>> 3)] & (0xFF >>> (index & 7));
            if (octet != 0) {
                throw refuse("expected the end or zero octets, found more");
            }
        }
    }

    /**
     * A refusal of an event code at this place, to be thrown; {@code expected} names what may stand
     * here.
     */
    public ExiException unexpected(int event, String expected) {
        return refuse(
                "expected "
                        + expected
                        + ", found event code "
                        + event
                        + " after it (undeclared, second-level or out of order), which is not"
                        + " accepted");
    }

    /** A refusal at this place, to be thrown. */
    public ExiException refuse(String problem) {
        return new ExiException(problem, at);
    }
}
