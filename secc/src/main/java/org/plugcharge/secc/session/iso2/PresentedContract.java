package org.plugcharge.secc.session.iso2;

import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.Emaid;
import org.plugcharge.certs.IdentifierException;

/**
 * A contract as a vehicle presents it: readable, not believed. The key is the one its signatures are checked with; whether the
 * certificate is worth anything is for the validator to say.
 */
record PresentedContract(Emaid emaid, CertificateChain chain, PublicKey key) {

    /** Reads the leaf; empty for octets that are no certificate, no EC key, or no eMAID in its common name. */
    static Optional<PresentedContract> read(CertificateChain chain) {
        try {
            X509Certificate leaf = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(chain.leaf().toArray()));
            if (!(leaf.getPublicKey() instanceof ECPublicKey key)) {
                return Optional.empty();
            }
            return commonName(leaf).map(name -> new PresentedContract(Emaid.parse(name), chain, key));
        } catch (CertificateException | InvalidNameException | IdentifierException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> commonName(X509Certificate certificate) throws InvalidNameException {
        return new LdapName(certificate.getSubjectX500Principal().getName())
                .getRdns().stream()
                        .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
                        .map(Rdn::getValue)
                        .map(Object::toString)
                        .findFirst();
    }
}
