package org.plugcharge.certs;

import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.math.BigInteger;

/**
 * The two forms of an ECDSA signature: raw r, s (in V2G messages) and DER (in certificates, CSRs,
 * OCSP).
 */
public final class EcdsaSignature {

    /** Octets of the raw form on P-256. */
    public static final int RAW_OCTETS = 2 * 32;

    private EcdsaSignature() {}

    /**
     * DER of a raw signature; {@link IllegalArgumentException} unless it has 64 octets (P-256) or
     * 132 (P-521).
     */
    public static Bytes toDer(Bytes raw) {
        if (raw.length() != RAW_OCTETS && raw.length() != KeyType.P521.signatureOctets()) {
            throw new IllegalArgumentException(
                    "expected a signature of 64 or 132 octets, found " + raw.length());
        }
        int half = raw.length() / 2;
        ASN1Integer r = new ASN1Integer(new BigInteger(1, raw.slice(0, half).toArray()));
        ASN1Integer s = new ASN1Integer(new BigInteger(1, raw.slice(half, 2 * half).toArray()));
        try {
            return Bytes.owning(new DERSequence(r, s).getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Raw form of a DER signature; {@link IllegalArgumentException} if it is none of P-256. */
    public static Bytes toRaw(Bytes der) {
        return toRaw(der, Curve.P256, KeyType.P256);
    }

    /**
     * Raw form of a DER signature by a key of this type; {@link IllegalArgumentException} if it is
     * none. A signature of Ed448 has one form only.
     */
    public static Bytes toRaw(Bytes der, KeyType type) {
        return type.curve().map(curve -> toRaw(der, curve, type)).orElse(der);
    }

    private static Bytes toRaw(Bytes der, Curve curve, KeyType type) {
        if (der.length() > type.maxEncodedSignatureOctets()) {
            throw new IllegalArgumentException(
                    "expected a %s signature of at most %d octets"
                            .formatted(curve, type.maxEncodedSignatureOctets()));
        }
        ASN1Sequence sequence = ASN1Sequence.getInstance(der.toArray());
        if (sequence.size() != 2) {
            throw new IllegalArgumentException("expected a sequence of r and s");
        }
        return part(sequence, 0, curve).plus(part(sequence, 1, curve));
    }

    private static Bytes part(ASN1Sequence sequence, int index, Curve curve) {
        BigInteger value = ASN1Integer.getInstance(sequence.getObjectAt(index)).getValue();
        if (value.signum() <= 0 || value.bitLength() > 8 * curve.scalarOctets()) {
            throw new IllegalArgumentException(
                    "expected r and s of 1 to %d octets".formatted(curve.scalarOctets()));
        }
        return curve.padded(value);
    }
}
