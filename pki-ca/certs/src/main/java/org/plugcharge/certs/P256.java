package org.plugcharge.certs;

import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.plugcharge.exi.Bytes;

import java.math.BigInteger;

/** The curve of ISO 15118-2: secp256r1, with scalars as 32 octets and points as 04, X, Y. */
final class P256 {

    static final int SCALAR_OCTETS = 32;
    static final int POINT_OCTETS = 65;
    static final ECDomainParameters DOMAIN = domain();
    static final AlgorithmIdentifier ALGORITHM =
            new AlgorithmIdentifier(
                    X9ObjectIdentifiers.id_ecPublicKey, X9ObjectIdentifiers.prime256v1);
    static final AlgorithmIdentifier ECDSA_SHA256 =
            new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);

    private P256() {}

    private static ECDomainParameters domain() {
        X9ECParameters curve = CustomNamedCurves.getByOID(X9ObjectIdentifiers.prime256v1);
        return new ECNamedDomainParameters(X9ObjectIdentifiers.prime256v1, curve);
    }

    /**
     * An uncompressed point that lies on the curve; {@link IllegalArgumentException} for anything
     * else.
     */
    static ECPoint point(Bytes octets) {
        if (octets.length() != POINT_OCTETS || octets.at(0) != 4) {
            throw new IllegalArgumentException("expected a P-256 point of 65 octets 04 X Y");
        }
        return DOMAIN.validatePublicPoint(DOMAIN.getCurve().decodePoint(octets.toArray()));
    }

    static Bytes octets(ECPoint point) {
        return Bytes.owning(point.getEncoded(false));
    }

    /** A scalar from 1 to n-1; {@link IllegalArgumentException} for another value or length. */
    static BigInteger scalar(Bytes octets) {
        BigInteger value = new BigInteger(1, octets.toArray());
        if (octets.length() != SCALAR_OCTETS
                || value.signum() == 0
                || value.compareTo(DOMAIN.getN()) >= 0) {
            throw new IllegalArgumentException(
                    "expected a P-256 scalar of 32 octets from 1 to n-1");
        }
        return value;
    }

    /**
     * Big-endian, padded with zeros on the left: BigInteger.toByteArray is one octet short for 1
     * scalar in 256.
     */
    static Bytes padded(BigInteger value) {
        byte[] octets = new byte[SCALAR_OCTETS];
        byte[] magnitude = value.toByteArray();
        int from = Math.max(0, magnitude.length - SCALAR_OCTETS);
        System.arraycopy(
                magnitude,
                from,
                octets,
                SCALAR_OCTETS - (magnitude.length - from),
                magnitude.length - from);
        return Bytes.owning(octets);
    }
}
