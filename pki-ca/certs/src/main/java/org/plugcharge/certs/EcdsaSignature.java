package org.plugcharge.certs;

import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.math.BigInteger;

/**
 * The two forms of a P-256 signature: raw r, s (64 octets, in V2G messages) and DER (in
 * certificates, CSRs, OCSP).
 */
public final class EcdsaSignature {

    /** Octets of the raw form. */
    public static final int RAW_OCTETS = 2 * P256.SCALAR_OCTETS;

    private static final int MAX_DER_OCTETS = 72;

    private EcdsaSignature() {}

    /** DER of a raw signature; {@link IllegalArgumentException} unless it has 64 octets. */
    public static Bytes toDer(Bytes raw) {
        if (raw.length() != RAW_OCTETS) {
            throw new IllegalArgumentException(
                    "expected a signature of 64 octets, found " + raw.length());
        }
        ASN1Integer r =
                new ASN1Integer(new BigInteger(1, raw.slice(0, P256.SCALAR_OCTETS).toArray()));
        ASN1Integer s =
                new ASN1Integer(
                        new BigInteger(1, raw.slice(P256.SCALAR_OCTETS, RAW_OCTETS).toArray()));
        try {
            return Bytes.owning(new DERSequence(r, s).getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Raw form of a DER signature; {@link IllegalArgumentException} if it is none of P-256. */
    public static Bytes toRaw(Bytes der) {
        if (der.length() > MAX_DER_OCTETS) {
            throw new IllegalArgumentException("expected a P-256 signature of at most 72 octets");
        }
        ASN1Sequence sequence = ASN1Sequence.getInstance(der.toArray());
        if (sequence.size() != 2) {
            throw new IllegalArgumentException("expected a sequence of r and s");
        }
        return part(sequence, 0).plus(part(sequence, 1));
    }

    private static Bytes part(ASN1Sequence sequence, int index) {
        BigInteger value = ASN1Integer.getInstance(sequence.getObjectAt(index)).getValue();
        if (value.signum() <= 0 || value.bitLength() > 8 * P256.SCALAR_OCTETS) {
            throw new IllegalArgumentException("expected r and s from 1 to 2^256-1");
        }
        return P256.padded(value);
    }
}
