package org.plugcharge.pool.provisioning;

import org.plugcharge.v2g.iso2.ListOfRootCertificateIds;

import java.math.BigInteger;
import java.util.List;

/**
 * How a car names a root it trusts: issuer name as text, in whatever form the car's maker writes
 * names, and serial number.
 */
public record RootId(String issuerName, BigInteger serial) {

    /** The roots of a request, in the car's order. */
    static List<RootId> of(ListOfRootCertificateIds ids) {
        return ids.rootCertificateIds().stream()
                .map(id -> new RootId(id.issuerName(), id.serialNumber()))
                .toList();
    }
}
