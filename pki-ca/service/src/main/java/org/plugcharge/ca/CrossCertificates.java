package org.plugcharge.ca;

import org.plugcharge.certs.CertificateProfile;
import org.plugcharge.certs.Profiles;

import java.util.List;

/**
 * The certificates roots have from other roots: the links of a roll-over, and cross-certificates.
 */
final class CrossCertificates {

    private final CertificateTable table;

    CrossCertificates(CertificateTable table) {
        this.table = table;
    }

    /** Those of the roots of this profile that are not revoked, oldest first. */
    List<CertificateTable.Row> of(CertificateProfile root) {
        return root.pathLength().isPresent()
                ? List.of()
                : table.ofProfile(Profiles.cross(root)).stream()
                        .filter(row -> row.revocation().isEmpty())
                        .toList();
    }
}
