package org.plugcharge.ca;

import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateProfile;
import org.plugcharge.certs.Issuer;
import org.plugcharge.certs.SigningKey;
import org.springframework.http.HttpStatus;

import java.util.Optional;

/**
 * One CA of the ecosystem.
 *
 * @param id the profile's id, and from the second generation on {@code .g2}, {@code .g3}, ...
 * @param issuer the id of the CA above; its own for a root
 * @param key none for a CA whose key is elsewhere: an offline root
 * @param ocsp who answers for it; none while its key is elsewhere
 */
record Authority(
        String id,
        CertificateProfile profile,
        Certificate certificate,
        String issuer,
        Optional<SigningKey> key,
        Optional<OcspIdentity> ocsp) {

    /** A delegated OCSP signer. */
    record OcspIdentity(Certificate certificate, SigningKey key) {}

    /** The id of a CA of this profile. */
    static String id(CertificateProfile profile, int generation) {
        return generation == 1 ? profile.id() : profile.id() + ".g" + generation;
    }

    boolean isRoot() {
        return profile.selfSigned();
    }

    /** It as issuer; 409 if its key is not here. */
    Issuer issues() {
        return Issuer.of(
                certificate,
                key.orElseThrow(() ->
                        new Problem(
                                HttpStatus.CONFLICT,
                                "ca.offline",
                                "the key of "
                                        + id
                                        + " is not here: sign where it is, then import")));
    }
}
