package org.plugcharge.v2g.signature;

import org.plugcharge.exi.Bytes;

import java.math.BigInteger;

/**
 * The two forms of an ECDSA signature: r and s of fixed length one behind the other, as on the
 * wire, and DER, as in Java.
 */
public final class EcdsaValue {

    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;
    private static final int LONG_FORM = 0x81;

    private EcdsaValue() {}

    /**
     * From DER; short numbers get zeros in front. {@link IllegalArgumentException} if it is no DER
     * signature or a number is too long.
     */
    public static Bytes fromDer(Bytes der, int halfLength) {
        int at = contentStart(der);
        int first = numberEnd(der, at);
        int second = numberEnd(der, first);
        byte[] value = new byte[2 * halfLength];
        put(der.slice(at + 2, first), value, halfLength, halfLength);
        put(der.slice(first + 2, second), value, 2 * halfLength, halfLength);
        return Bytes.owning(value);
    }

    private static int contentStart(Bytes der) {
        if (der.length() < 8 || der.at(0) != SEQUENCE) {
            throw new IllegalArgumentException(
                    "expected a DER sequence of two integers, found " + der.length() + " octets");
        }
        return Byte.toUnsignedInt(der.at(1)) == LONG_FORM ? 3 : 2;
    }

    private static int numberEnd(Bytes der, int at) {
        if (at + 2 > der.length()
                || der.at(at) != INTEGER
                || der.at(at + 1) <= 0
                || at + 2 + der.at(at + 1) > der.length()) {
            throw new IllegalArgumentException("expected a DER integer at octet " + at);
        }
        return at + 2 + der.at(at + 1);
    }

    private static void put(Bytes number, byte[] value, int end, int halfLength) {
        int start = 0;
        while (start < number.length() - 1 && number.at(start) == 0) {
            start++;
        }
        Bytes digits = number.slice(start, number.length());
        if (digits.length() > halfLength) {
            throw new IllegalArgumentException(
                    "expected a number of at most "
                            + halfLength
                            + " octets, found "
                            + digits.length());
        }
        digits.copyTo(value, end - digits.length());
    }

    /** To DER; {@link IllegalArgumentException} if the number of octets is odd or zero. */
    public static Bytes toDer(Bytes value) {
        int half = value.length() / 2;
        if (half == 0 || value.length() % 2 != 0) {
            throw new IllegalArgumentException(
                    "expected r and s of one length, found " + value.length() + " octets");
        }
        Bytes numbers =
                number(value.slice(0, half)).plus(number(value.slice(half, value.length())));
        Bytes start =
                numbers.length() < 0x80
                        ? Bytes.of((byte) SEQUENCE, (byte) numbers.length())
                        : Bytes.of((byte) SEQUENCE, (byte) LONG_FORM, (byte) numbers.length());
        return start.plus(numbers);
    }

    /** Whether both r and s are at least 1 and less than the order of the curve. */
    static boolean isInRange(Bytes value, BigInteger order) {
        int half = value.length() / 2;
        return isInRange(new BigInteger(1, value.slice(0, half).toArray()), order)
                && isInRange(new BigInteger(1, value.slice(half, 2 * half).toArray()), order);
    }

    private static boolean isInRange(BigInteger number, BigInteger order) {
        return number.signum() > 0 && number.compareTo(order) < 0;
    }

    private static Bytes number(Bytes unsigned) {
        byte[] digits = new BigInteger(1, unsigned.toArray()).toByteArray();
        return Bytes.of((byte) INTEGER, (byte) digits.length).plus(Bytes.owning(digits));
    }
}
