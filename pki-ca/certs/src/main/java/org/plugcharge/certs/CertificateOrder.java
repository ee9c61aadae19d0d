package org.plugcharge.certs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What shall be issued: a profile and what the profile leaves open.
 *
 * @param subject its domain component is ignored: the profile decides it
 * @param hostNames DNS names or IP addresses of a server certificate
 * @param notAfter an earlier end than the profile's, or none
 * @param status where the status can be asked; needed where the profile wants it
 * @param test whether it is marked by the policy {@link TestPki#TEST_POLICY}
 */
public record CertificateOrder(
        CertificateProfile profile,
        Subject subject,
        VerificationKey key,
        List<String> hostNames,
        Optional<Instant> notAfter,
        Optional<StatusUrls> status,
        boolean test) {

    /** Copies the list. */
    public CertificateOrder {
        hostNames = List.copyOf(hostNames);
    }

    /** An order without host names, for the profile's full time, without OCSP URL. */
    public static CertificateOrder of(Iso2Profile profile, Subject subject, VerificationKey key) {
        return of(profile.profile(), subject, key);
    }

    /** The same for any profile. */
    public static CertificateOrder of(
            CertificateProfile profile, Subject subject, VerificationKey key) {
        return new CertificateOrder(
                profile, subject, key, List.of(), Optional.empty(), Optional.empty(), false);
    }

    /** The same with the place where the status can be asked. */
    public CertificateOrder statusAt(String ocspUrl) {
        return statusAt(StatusUrls.ocsp(ocspUrl));
    }

    /** The same with the places where the status can be asked. */
    public CertificateOrder statusAt(StatusUrls urls) {
        return new CertificateOrder(
                profile, subject, key, hostNames, notAfter, Optional.of(urls), test);
    }

    /** The same for a server with these names. */
    public CertificateOrder forHosts(List<String> names) {
        return new CertificateOrder(profile, subject, key, names, notAfter, status, test);
    }

    /** The same, ending earlier. */
    public CertificateOrder until(Instant end) {
        return new CertificateOrder(
                profile, subject, key, hostNames, Optional.of(end), status, test);
    }

    /** The same, marked as made for tests. */
    public CertificateOrder forTests() {
        return new CertificateOrder(profile, subject, key, hostNames, notAfter, status, true);
    }
}
