package org.plugcharge.evcc.hostile;

import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.KeyedCertificate;
import org.plugcharge.certs.SoftwareKey;
import org.plugcharge.certs.TestPki;
import org.plugcharge.certs.TrustAnchors;
import org.plugcharge.certs.host.PkiFolder;
import org.plugcharge.certs.tls.ClientProfile;
import org.plugcharge.evcc.host.CarException;
import org.plugcharge.evcc.host.PkiCarKeys;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** The right certificates and keys of a car that means ill. */
public record Papers(
        TrustAnchors anchors,
        CertificateChain contract,
        SoftwareKey contractKey,
        KeyedCertificate provisioning) {

    /** Those of a PKI folder; {@link CarException} if it cannot be read. */
    public static Papers read(Path directory) {
        PkiFolder folder = new PkiFolder(directory);
        try {
            return new Papers(
                    folder.anchors(),
                    folder.chain(Iso2Profile.CONTRACT_LEAF),
                    folder.key(Iso2Profile.CONTRACT_LEAF),
                    folder.member(Iso2Profile.OEM_PROVISIONING_LEAF));
        } catch (IOException | IllegalArgumentException e) {
            throw new CarException(
                    "cannot read the PKI in "
                            + directory
                            + ": "
                            + e.getMessage()
                            + " (v2gpki new DIR makes one)",
                    e);
        }
    }

    /** Those of a PKI in memory. */
    public static Papers of(TestPki pki) {
        return new Papers(
                pki.anchors(),
                pki.chain(Iso2Profile.CONTRACT_LEAF),
                pki.key(Iso2Profile.CONTRACT_LEAF),
                pki.member(Iso2Profile.OEM_PROVISIONING_LEAF));
    }

    /** The account, as the contract's certificate has it. */
    String emaid() {
        return Certificate.parse(contract.leaf()).commonName().orElse("");
    }

    ClientProfile tlsProfile() {
        return new PkiCarKeys(anchors, Optional.of(provisioning), InstantSource.system())
                .tlsProfile();
    }
}
