package org.plugcharge.exi;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * An immutable octet string with value equality; what every message field, key, digest and
 * certificate is held in.
 *
 * <p>{@link #equals} takes the same time wherever two strings of one length differ, so secrets may
 * be compared with it. {@link #toString} is lower-case hex: never log one that holds a key.
 */
public final class Bytes {

    /** No octets. */
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] octets;

    private Bytes(byte[] octets) {
        this.octets = octets;
    }

    /** A copy of {@code octets}. */
    public static Bytes of(byte... octets) {
        return new Bytes(octets.clone());
    }

    /**
     * A copy of {@code length} octets from {@code offset}; {@link IndexOutOfBoundsException}
     * outside the array.
     */
    public static Bytes of(byte[] octets, int offset, int length) {
        java.util.Objects.checkFromIndexSize(offset, length, octets.length);
        return new Bytes(Arrays.copyOfRange(octets, offset, offset + length));
    }

    /** The array itself, not copied: the caller gives it away and never writes to it again. */
    public static Bytes owning(byte[] octets) {
        return new Bytes(octets);
    }

    /**
     * Reads hex digits of either case without separators; {@link IllegalArgumentException} for
     * anything else.
     */
    public static Bytes fromHex(String hex) {
        return new Bytes(HexFormat.of().parseHex(hex));
    }

    /** The number of octets. */
    public int length() {
        return octets.length;
    }

    /** The octet at {@code index}, signed as Java has it. */
    public byte at(int index) {
        return octets[index];
    }

    /** A fresh copy of the octets. */
    public byte[] toArray() {
        return octets.clone();
    }

    /** Copies all octets to {@code target} from {@code offset} on. */
    public void copyTo(byte[] target, int offset) {
        System.arraycopy(octets, 0, target, offset, octets.length);
    }

    /** The octets from {@code from} (inclusive) to {@code to} (exclusive). */
    public Bytes slice(int from, int to) {
        java.util.Objects.checkFromToIndex(from, to, octets.length);
        return new Bytes(Arrays.copyOfRange(octets, from, to));
    }

    /** These octets followed by {@code tail}. */
    public Bytes plus(Bytes tail) {
        byte[] joined = Arrays.copyOf(octets, octets.length + tail.octets.length);
        tail.copyTo(joined, octets.length);
        return new Bytes(joined);
    }

    /** The octets themselves, for the codec beside this class: never written to. */
    byte[] array() {
        return octets;
    }

    /** Lower-case hex without separators. */
    public String toHex() {
        return HexFormat.of().formatHex(octets);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && MessageDigest.isEqual(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    @Override
    public String toString() {
        return toHex();
    }
}
