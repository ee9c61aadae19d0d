package org.plugcharge.certs;

import org.plugcharge.exi.Bytes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks certificates against the rules of RFC 5280, ISO 15118-2 and -20, Hubject and this house:
 * the to-be-signed octets before a signature is made, and the certificates of others.
 *
 * <p>Rules are filed by authority, which is the first part of their ids.
 */
public final class Linter {

    /** All rules. */
    public static final List<LintRule> RULES =
            Stream.of(
                            Rfc5280Rules.all(),
                            EditionRules.of(LintRule.Authority.ISO2),
                            EditionRules.of(LintRule.Authority.ISO20),
                            Iso20Rules.all(),
                            HubjectRules.all(),
                            HouseRules.all())
                    .flatMap(List::stream)
                    .toList();

    private Linter() {}

    /** Every rule that is broken, in the rules' order. */
    public static List<LintFinding> check(LintSubject subject) {
        return RULES.stream().flatMap(rule -> rule.find(subject).stream()).toList();
    }

    /**
     * Lets a certificate pass that somebody else signed; {@link LintException} with every error if
     * it would be wrong here.
     */
    public static void require(
            Certificate certificate, CertificateProfile profile, Optional<Certificate> issuer) {
        refuseErrors(LintSubject.signed(certificate, profile, issuer));
    }

    /** The rule with that id, if there is one. */
    public static Optional<LintRule> rule(String id) {
        return RULES.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /**
     * Looks at every certificate of a chain, in any order; issuers are looked for among them.
     *
     * @param edition which edition P-256 certificates belong to: ISO2 or LAB
     * @param leaf what the first certificate is; without it, and for all others, the profile that
     *     fits best
     */
    public static List<LintReport> lint(
            List<Bytes> chain, Edition edition, Optional<CertificateProfile> leaf) {
        List<Certificate> readable = chain.stream().flatMap(Linter::readable).toList();
        List<LintReport> reports = new ArrayList<>();
        for (int index = 0; index < chain.size(); index++) {
            Optional<CertificateProfile> told = index == 0 ? leaf : Optional.empty();
            reports.add(lint(index, chain.get(index), readable, edition, told));
        }
        return List.copyOf(reports);
    }

    private static LintReport lint(
            int index,
            Bytes der,
            List<Certificate> all,
            Edition edition,
            Optional<CertificateProfile> told) {
        try {
            Certificate certificate = Certificate.parse(der);
            Optional<Certificate> issuer = issuer(certificate, all);
            CertificateProfile profile = told.orElseGet(() -> best(certificate, issuer, edition));
            List<LintFinding> findings = check(LintSubject.signed(certificate, profile, issuer));
            return new LintReport(index, Optional.of(certificate), Optional.of(profile), findings);
        } catch (MalformedCertificateException e) {
            LintFinding unreadable =
                    new LintFinding(Rfc5280Rules.READABLE, String.valueOf(e.getMessage()));
            return new LintReport(index, Optional.empty(), Optional.empty(), List.of(unreadable));
        }
    }

    private static Stream<Certificate> readable(Bytes der) {
        try {
            return Stream.of(Certificate.parse(der));
        } catch (MalformedCertificateException e) {
            return Stream.empty();
        }
    }

    /** Who is named as issuer; of several with that name, who signed it. */
    private static Optional<Certificate> issuer(Certificate certificate, List<Certificate> all) {
        List<Certificate> named =
                all.stream()
                        .filter(other -> !other.equals(certificate) && certificate.names(other))
                        .toList();
        return named.stream()
                .filter(other -> certificate.isSignedBy(other.key()))
                .findFirst()
                .or(() -> named.stream().findFirst());
    }

    /** The profile with the fewest errors. */
    private static CertificateProfile best(
            Certificate certificate, Optional<Certificate> issuer, Edition edition) {
        return candidates(certificate, edition)
                .min(Comparator.comparingLong(profile -> errors(certificate, profile, issuer)))
                .orElseThrow();
    }

    private static long errors(
            Certificate certificate, CertificateProfile profile, Optional<Certificate> issuer) {
        return check(LintSubject.signed(certificate, profile, issuer)).stream()
                .filter(finding -> finding.rule().severity() == LintRule.Severity.ERROR)
                .count();
    }

    private static Stream<CertificateProfile> candidates(Certificate certificate, Edition edition) {
        KeyType type = certificate.key().type().orElse(KeyType.P256);
        return type == KeyType.P256 && edition != Edition.LAB
                ? Arrays.stream(Iso2Profile.values()).map(Iso2Profile::profile)
                : Iso20Profile.all(type).stream();
    }

    static void refuseErrors(LintSubject subject) {
        List<LintFinding> errors =
                check(subject).stream()
                        .filter(finding -> finding.rule().severity() == LintRule.Severity.ERROR)
                        .toList();
        if (!errors.isEmpty()) {
            throw new LintException(errors);
        }
    }
}
