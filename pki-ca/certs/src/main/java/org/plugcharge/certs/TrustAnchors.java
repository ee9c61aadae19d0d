package org.plugcharge.certs;

import java.util.List;
import java.util.stream.Stream;

/**
 * Roots, each kept for what it may be trusted for: a mobility operator's root never vouches for a
 * station.
 *
 * <p>Only self-signed CA certificates get in; a leaf or a sub-CA is refused with {@link
 * IllegalArgumentException}.
 *
 * @param v2gRoots vouch for stations, the CPS, and for contracts and vehicles below them
 * @param moRoots vouch for contracts
 * @param oemRoots vouch for vehicles
 * @param operatorRoots vouch for the operator's servers
 */
public record TrustAnchors(
        List<Certificate> v2gRoots,
        List<Certificate> moRoots,
        List<Certificate> oemRoots,
        List<Certificate> operatorRoots) {

    /** Copies the lists; {@link IllegalArgumentException} for a certificate that is no root. */
    public TrustAnchors {
        v2gRoots = roots(v2gRoots);
        moRoots = roots(moRoots);
        oemRoots = roots(oemRoots);
        operatorRoots = roots(operatorRoots);
    }

    /** Trusts nobody. */
    public static TrustAnchors none() {
        return new TrustAnchors(List.of(), List.of(), List.of(), List.of());
    }

    /** The same and these V2G roots. */
    public TrustAnchors withV2gRoots(Certificate... roots) {
        return new TrustAnchors(joined(v2gRoots, roots), moRoots, oemRoots, operatorRoots);
    }

    /** The same and these roots of mobility operators. */
    public TrustAnchors withMoRoots(Certificate... roots) {
        return new TrustAnchors(v2gRoots, joined(moRoots, roots), oemRoots, operatorRoots);
    }

    /** The same and these roots of automakers. */
    public TrustAnchors withOemRoots(Certificate... roots) {
        return new TrustAnchors(v2gRoots, moRoots, joined(oemRoots, roots), operatorRoots);
    }

    /** The same and these roots of operators' own servers. */
    public TrustAnchors withOperatorRoots(Certificate... roots) {
        return new TrustAnchors(v2gRoots, moRoots, oemRoots, joined(operatorRoots, roots));
    }

    private static List<Certificate> joined(List<Certificate> known, Certificate[] further) {
        return Stream.concat(known.stream(), Stream.of(further)).distinct().toList();
    }

    private static List<Certificate> roots(List<Certificate> certificates) {
        for (Certificate certificate : certificates) {
            boolean root =
                    certificate.fields().ca()
                            && certificate.fields().isSelfIssued()
                            && certificate.isSignedBy(certificate.key());
            if (!root) {
                throw new IllegalArgumentException(
                        "expected a self-signed CA certificate, found " + certificate);
            }
        }
        return List.copyOf(certificates);
    }
}
