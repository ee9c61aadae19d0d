package org.plugcharge.tool.tls;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How keys come from secrets. */
final class Derivation {

    private Derivation() {}

    static byte[] hmac(String hash, byte[] key, byte[]... parts) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("Hmac" + hash);
        mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
        for (byte[] part : parts) {
            mac.update(part);
        }
        return mac.doFinal();
    }

    /** The pseudorandom function of TLS 1.2 (RFC 5246, 5). */
    static byte[] pseudorandom(String hash, byte[] secret, String label, byte[] seed, int length)
            throws GeneralSecurityException {
        byte[] start = concat(label.getBytes(StandardCharsets.US_ASCII), seed);
        ByteBuffer out = ByteBuffer.allocate(length + 64);
        byte[] a = start;
        while (out.position() < length) {
            a = hmac(hash, secret, a);
            out.put(hmac(hash, secret, a, start));
        }
        byte[] octets = new byte[length];
        out.get(0, octets);
        return octets;
    }

    /**
     * HKDF-Expand-Label of TLS 1.3 (RFC 8446, 7.1) with an empty context; at most one hash long.
     */
    static byte[] expandLabel(String hash, byte[] secret, String label, int length)
            throws GeneralSecurityException {
        byte[] name = ("tls13 " + label).getBytes(StandardCharsets.US_ASCII);
        ByteBuffer info = ByteBuffer.allocate(4 + name.length + 1);
        info.putShort((short) length).put((byte) name.length).put(name).put((byte) 0).put((byte) 1);
        byte[] octets = new byte[info.position()];
        info.get(0, octets);
        return Arrays.copyOf(hmac(hash, secret, octets), length);
    }

    static byte[] concat(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
