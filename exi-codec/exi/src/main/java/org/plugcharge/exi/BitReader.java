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
    private static final String[] NO_STRINGS = {};
    private static final int[] NO_NAMES = {};

    private final byte[] octets;
    private final int base;
    private final long end;
    private long at;

    private String[] strings = NO_STRINGS;
    private int[] stringNames = NO_NAMES;
    private int stringCount;
    private @Nullable List<String> broken;

    /** Reads {@code length} octets from {@code offset}. */
    public BitReader(byte[] octets, int offset, int length) {
        java.util.Objects.checkFromIndexSize(offset, length, octets.length);
        this.octets = octets;
        this.base = offset;
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

    /** Reads {@code width} bits, 0 to 57, as a non-negative number. */
    public long bits(int width) {
        long next = at + width;
        if (next > end) {
            throw refuse("expected " + width + " more bits, found " + (end - at));
        }
        long word = word();
        at = next;
        return width == 0 ? 0 : word >>> (64 - width);
    }

    /** The next bits, at least 57 of them, highest first; what lies behind the end is undefined. */
    private long word() {
        int index = base + (int) (at >>> 3);
        // Asked as the VarHandle asks, which then need not ask again.
        long word =
                index >= 0 && index < octets.length - 7
                        ? (long) LONGS.get(octets, index)
                        : lastWord(index);
        return word << ((int) at & 7);
    }

    private long lastWord(int index) {
        int missing = index + 8 - octets.length;
        if (octets.length >= 8) {
            return (long) LONGS.get(octets, octets.length - 8) << (8 * missing);
        }
        long word = 0;
        for (int octet = index; octet < index + 8; octet++) {
            word = word << 8 | (octet < octets.length ? octets[octet] & 0xFF : 0);
        }
        return word;
    }

    /** An event code of {@code width} bits. */
    public int event(int width) {
        return (int) bits(width);
    }

    /** An event code of {@code width} bits behind event codes as {@link #events} reads them. */
    public int event(String states, int width) {
        long codes = bits(states.length() + width);
        if (codes >>> width != 0) {
            at -= width;
            throw escaped(codes >>> width, states);
        }
        return (int) codes;
    }

    /**
     * Reads event codes of states that have one event: one bit each, which must be 0.
     *
     * @param states one letter for each: see {@link SecondLevel#of}
     */
    public void events(String states) {
        long codes = bits(states.length());
        if (codes != 0) {
            throw escaped(codes, states);
        }
    }

    /**
     * The refusal of the first event code that is not 0, among bits that were read last: one letter
     * for each bit, {@code -} for bits of values.
     */
    public ExiException escaped(long bits, String states) {
        for (int index = 0; index < states.length(); index++) {
            int behind = states.length() - 1 - index;
            char state = states.charAt(index);
            if (state != '-' && (bits >>> behind & 1) != 0) {
                at -= behind;
                return SecondLevel.refuse(this, state, "the one event of this state");
            }
        }
        throw new IllegalStateException("no event code but 0 in " + states);
    }

    /** A boolean. */
    public boolean bool() {
        return bits(1) != 0;
    }

    /** The constant with this index, which was read {@code behind} bits ago. */
    public <E> E oneOf(E[] constants, long index, int behind) {
        if (index >= constants.length) {
            at -= behind;
            throw refuse("expected one of " + constants.length + " values, found number " + index);
        }
        return constants[(int) index];
    }

    /**
     * An integer of a small range, whose distance from {@code min} was read {@code behind} bits
     * ago.
     */
    public long ranged(long distance, long min, long max, int behind) {
        long value = distance + min;
        if (value > max) {
            at -= behind;
            facet("expected " + min + " to " + max + ", found " + value);
            at += behind;
        }
        return value;
    }

    /** A non-negative integer of a wide range. */
    public long unsigned(long min, long max) {
        return checkRange(unsigned64(), min, max);
    }

    /** An integer of a wide range. */
    public long integer(long min, long max) {
        long word = word();
        long sign = word >> 63;
        long first = word >>> 55 & 0xFF;
        if (first < 0x80 && at + 9 <= end) {
            at += 9;
            return checkRange(first ^ sign, min, max);
        }
        long second = word >>> 47 & 0xFF;
        if (second < 0x80 && at + 17 <= end) {
            at += 17;
            return checkRange((second << 7 | (first & 0x7F)) ^ sign, min, max);
        }
        return longInteger(min, max);
    }

    private long longInteger(long min, long max) {
        boolean negative = bool();
        long magnitude = unsigned64();
        if (magnitude < 0) {
            throw refuse(
                    "expected " + min + " to " + max + ", found a number of more than 63 bits");
        }
        return checkRange(negative ? ~magnitude : magnitude, min, max);
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

    /**
     * A string that is all an element has, with the event codes of its text and its end. An element
     * without a text event (second level, as written from XML) holds the empty string.
     */
    public String stringElement(int name, int min, int max) {
        if (isEmptyElement()) {
            return checkLength("", min, max);
        }
        String value = string(name, min, max);
        events("e");
        return value;
    }

    /** Octets that are all an element has; as {@link #stringElement}. */
    public Bytes binaryElement(int min, int max) {
        if (isEmptyElement()) {
            checkOctets(0, min, max);
            return Bytes.EMPTY;
        }
        Bytes value = binary(min, max);
        events("e");
        return value;
    }

    private boolean isEmptyElement() {
        if (event(1) == 0) {
            return false;
        }
        long start = at;
        if (SecondLevel.of('v').isEnd(this)) {
            return true;
        }
        at = start;
        throw SecondLevel.refuse(this, 'v', "text");
    }

    /**
     * Whether the event code read last escapes to the second level and the element ends there: true
     * or a refusal. The parameters are those of {@link #unexpected}.
     */
    public boolean isEnd(int event, int escape, char state, String expected) {
        long start = at;
        if (event == escape && SecondLevel.of(state).isEnd(this)) {
            return true;
        }
        at = start;
        throw unexpected(event, escape, state, expected);
    }

    @SuppressWarnings(
            "deprecation") // The constructor from ASCII octets is the one that does not decode.
    private String characters(int length) {
        byte[] ascii = new byte[length];
        copy(ascii);
        if (!isAscii(ascii)) {
            return beyondAscii(length);
        }
        at += 8L * length;
        return new String(ascii, 0, 0, length);
    }

    private static boolean isAscii(byte[] octets) {
        long seen = 0;
        int index = 0;
        for (; index + 8 <= octets.length; index += 8) {
            seen |= (long) LONGS.get(octets, index);
        }
        for (; index < octets.length; index++) {
            seen |= octets[index] & 0x80;
        }
        return (seen & 0x8080808080808080L) == 0;
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
        checkOctets(length, min, max);
        if (length < 0 || length > (end - at) >>> 3) {
            throw refuse(
                    "expected "
                            + Long.toUnsignedString(length)
                            + " octets, found "
                            + (end - at)
                            + " more bits");
        }
        byte[] value = new byte[(int) length];
        copy(value);
        at += 8L * length;
        return Bytes.owning(value);
    }

    private void checkOctets(long length, int min, int max) {
        if (length < min || length > max) {
            facet(
                    "expected "
                            + BitWriter.lengths(min, max)
                            + " octets, found "
                            + Long.toUnsignedString(length));
        }
    }

    /** Copies the next octets, from whatever bit on. */
    private void copy(byte[] value) {
        int from = base + (int) (at >>> 3);
        int shift = (int) at & 7;
        if (shift == 0) {
            System.arraycopy(octets, from, value, 0, value.length);
        } else {
            shifted(value, from, shift);
        }
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
     * A refusal of an event code that was read last, to be thrown.
     *
     * @param event the code, counted from that of what is expected
     * @param escape the code, counted likewise, behind which a second-level event comes
     * @param state see {@link SecondLevel#of}
     */
    public ExiException unexpected(int event, int escape, char state, String expected) {
        if (event == escape) {
            return SecondLevel.refuse(this, state, expected);
        }
        return refuse(
                        "expected "
                                + expected
                                + (event < escape
                                        ? ", found text between elements, which is not accepted"
                                        : ", found event code "
                                                + event
                                                + " after it, which no event has"))
                .outside();
    }

    /** A refusal of an element where a wildcard lets any stand, to be thrown. */
    public ExiException foreign() {
        return refuse("expected no element of another schema here, found one").outside();
    }

    /** A refusal at this place, to be thrown. */
    public ExiException refuse(String problem) {
        return new ExiException(problem, at);
    }
}
