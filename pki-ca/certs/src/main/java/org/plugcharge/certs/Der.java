package org.plugcharge.certs;

import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.plugcharge.exi.Bytes;

import java.io.IOException;

/**
 * Looks at the shape of DER before a parser that recurses sees it: lengths that fit, nesting that
 * ends.
 */
final class Der {

    private static final int MAX_DEPTH = 24;
    private static final int CONSTRUCTED = 0x20;
    private static final int HIGH_TAG = 0x1f;

    private Der() {}

    /**
     * {@link IllegalArgumentException} unless {@code octets} is exactly one value of definite
     * length.
     */
    static void check(Bytes octets) {
        byte[] array = octets.toArray();
        if (next(array, 0, array.length, 0) != array.length) {
            throw new IllegalArgumentException("octets after the end of a DER value");
        }
    }

    /**
     * The one value in {@code octets}; {@link IllegalArgumentException} unless they are its only
     * encoding, DER.
     */
    static ASN1Primitive strict(Bytes octets) {
        check(octets);
        try {
            ASN1Primitive value = ASN1Primitive.fromByteArray(octets.toArray());
            if (!Bytes.owning(value.getEncoded(ASN1Encoding.DER)).equals(octets)) {
                throw new IllegalArgumentException("octets that are not DER");
            }
            return value;
        } catch (IOException e) {
            throw new IllegalArgumentException("octets that are not DER: " + e.getMessage(), e);
        }
    }

    /**
     * The DER of the first element of a sequence: what the signature behind it covers, octet by
     * octet.
     */
    static Bytes firstElement(ASN1Primitive sequence) {
        try {
            return Bytes.owning(
                    ASN1Sequence.getInstance(sequence)
                            .getObjectAt(0)
                            .toASN1Primitive()
                            .getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A sequence with this content, of at most 65535 octets. */
    static Bytes sequence(Bytes content) {
        int length = content.length();
        if (length > 0xffff) {
            throw new IllegalArgumentException("a sequence of more than 65535 octets");
        }
        byte[] head =
                length < 0x80
                        ? new byte[] {0x30, (byte) length}
                        : length < 0x100
                                ? new byte[] {0x30, (byte) 0x81, (byte) length}
                                : new byte[] {
                                    0x30, (byte) 0x82, (byte) (length >> 8), (byte) length
                                };
        return Bytes.owning(head).plus(content);
    }

    /** Checks the value at {@code at} and returns where it ends. */
    private static int next(byte[] array, int at, int end, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("DER nested deeper than " + MAX_DEPTH);
        }
        require(at + 2 <= end);
        require((array[at] & HIGH_TAG) != HIGH_TAG);
        int first = array[at + 1] & 0xff;
        int sizeOctets = first < 0x80 ? 0 : first & 0x7f;
        require(first != 0x80 && sizeOctets <= 3 && at + 2 + sizeOctets <= end);
        int length = sizeOctets == 0 ? first : 0;
        for (int i = 0; i < sizeOctets; i++) {
            length = (length << 8) | (array[at + 2 + i] & 0xff);
        }
        int from = at + 2 + sizeOctets;
        require(length <= end - from);
        if ((array[at] & CONSTRUCTED) != 0) {
            int inner = from;
            while (inner < from + length) {
                inner = next(array, inner, from + length, depth + 1);
            }
        }
        return from + length;
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException("a DER length that does not fit");
        }
    }
}
