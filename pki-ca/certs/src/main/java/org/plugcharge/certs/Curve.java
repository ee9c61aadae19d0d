package org.plugcharge.certs;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.plugcharge.exi.Bytes;

import java.math.BigInteger;

/** The two prime curves, with scalars as padded big-endian octets and points as 04, X, Y. */
final class Curve {

    static final Curve P256 = new Curve("P-256", X9ObjectIdentifiers.prime256v1, 32);
    static final Curve P521 = new Curve("P-521", SECObjectIdentifiers.secp521r1, 66);

    private final String name;
    private final int scalarOctets;
    private final ECDomainParameters domain;

    private Curve(String name, ASN1ObjectIdentifier id, int scalarOctets) {
        this.name = name;
        this.scalarOctets = scalarOctets;
        this.domain = new ECNamedDomainParameters(id, CustomNamedCurves.getByOID(id));
    }

    int scalarOctets() {
        return scalarOctets;
    }

    int pointOctets() {
        return 2 * scalarOctets + 1;
    }

    ECDomainParameters domain() {
        return domain;
    }

    /**
     * An uncompressed point that lies on the curve; {@link IllegalArgumentException} for anything
     * else.
     */
    ECPoint point(Bytes octets) {
        if (octets.length() != pointOctets() || octets.at(0) != 4) {
            throw new IllegalArgumentException(
                    "expected a %s point of %d octets 04 X Y".formatted(name, pointOctets()));
        }
        return domain.validatePublicPoint(domain.getCurve().decodePoint(octets.toArray()));
    }

    /** The public point of a scalar. */
    Bytes publicPoint(BigInteger scalar) {
        return Bytes.owning(
                new FixedPointCombMultiplier()
                        .multiply(domain.getG(), scalar)
                        .normalize()
                        .getEncoded(false));
    }

    /** A scalar from 1 to n-1; {@link IllegalArgumentException} for another value or length. */
    BigInteger scalar(Bytes octets) {
        BigInteger value = new BigInteger(1, octets.toArray());
        if (octets.length() != scalarOctets
                || value.signum() == 0
                || value.compareTo(domain.getN()) >= 0) {
            throw new IllegalArgumentException(
                    "expected a %s scalar of %d octets from 1 to n-1"
                            .formatted(name, scalarOctets));
        }
        return value;
    }

    /**
     * Big-endian, padded with zeros on the left: BigInteger.toByteArray is one octet short for 1
     * scalar in 256.
     */
    Bytes padded(BigInteger value) {
        if (value.signum() < 0 || value.bitLength() > 8 * scalarOctets) {
            throw new IllegalArgumentException(
                    "expected a number of at most %d octets".formatted(scalarOctets));
        }
        byte[] octets = new byte[scalarOctets];
        byte[] magnitude = value.toByteArray();
        int from = Math.max(0, magnitude.length - scalarOctets);
        System.arraycopy(
                magnitude,
                from,
                octets,
                scalarOctets - (magnitude.length - from),
                magnitude.length - from);
        return Bytes.owning(octets);
    }

    @Override
    public String toString() {
        return name;
    }
}
