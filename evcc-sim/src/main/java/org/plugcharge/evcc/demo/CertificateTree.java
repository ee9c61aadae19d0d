package org.plugcharge.evcc.demo;

import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.MalformedCertificateException;
import org.plugcharge.exi.Bytes;

import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A certificate and what was issued below it, for people: it shows who names whom and whose
 * signature fits, and decides nothing about trust.
 *
 * @param subject the common name, or the whole name where there is none
 * @param issuer the issuer's name as text
 * @param serial hexadecimal
 * @param keyAlgorithm as {@code EC P-256}
 * @param signatureAlgorithm as {@code SHA256withECDSA}
 * @param octets length of the DER
 * @param uses what it was used for in the session; may be empty
 */
public record CertificateTree(
        String subject,
        String issuer,
        String serial,
        String keyAlgorithm,
        String signatureAlgorithm,
        Instant notBefore,
        Instant notAfter,
        int octets,
        List<String> uses,
        Standing standing,
        List<CertificateTree> children) {

    /** A tree of more certificates than this is cut. */
    public static final int MAX_CERTIFICATES = 500;

    /** Copies the lists. */
    public CertificateTree {
        uses = List.copyOf(uses);
        children = List.copyOf(children);
    }

    /** How a certificate stands to the one above it. */
    public enum Standing {
        /** Its own issuer, and its signature fits its own key. */
        SELF_SIGNED("self-signed"),
        /** Its signature fits the key above it. */
        SIGNED_BY_ISSUER("signature fits"),
        /** It names the one above it as issuer, but the signature does not fit. */
        FORGED("signature does not fit the issuer's key"),
        /** The certificate of its issuer is not among those shown. */
        ISSUER_NOT_SHOWN("issuer not among these certificates"),
        /** No certificate at all. */
        UNREADABLE("unreadable");

        private final String text;

        Standing(String text) {
            this.text = text;
        }

        /** In words. */
        public String text() {
            return text;
        }

        /** Whether something is wrong. */
        public boolean wrong() {
            return this == FORGED || this == UNREADABLE;
        }
    }

    /**
     * A certificate that played a part.
     *
     * @param use what for, as {@code station, TLS}; may be empty
     */
    public record Member(Bytes der, String use) {}

    /** Groups certificates by issuer; one given more than once keeps all its uses. */
    public static List<CertificateTree> of(Collection<Member> members) {
        Map<Bytes, Set<String>> usesByDer = new LinkedHashMap<>();
        for (Member member : members) {
            if (usesByDer.size() < MAX_CERTIFICATES || usesByDer.containsKey(member.der())) {
                Set<String> uses =
                        usesByDer.computeIfAbsent(
                                member.der(), der -> new java.util.LinkedHashSet<>());
                if (!member.use().isBlank()) {
                    uses.add(member.use());
                }
            }
        }
        return new Grouping(usesByDer).trees();
    }

    /** This one and all below it, this one first. */
    public List<CertificateTree> flattened() {
        List<CertificateTree> all = new ArrayList<>(List.of(this));
        children.forEach(child -> all.addAll(child.flattened()));
        return all;
    }

    /** Finds the issuer of each certificate once, then builds from the top. */
    private static final class Grouping {

        private final Map<Bytes, Set<String>> usesByDer;
        private final List<Certificate> certificates = new ArrayList<>();
        private final List<CertificateTree> unreadable = new ArrayList<>();
        private final Map<Certificate, Certificate> issuers = new LinkedHashMap<>();
        private final Set<Certificate> placed = new HashSet<>();

        Grouping(Map<Bytes, Set<String>> usesByDer) {
            this.usesByDer = usesByDer;
            usesByDer.forEach(this::read);
            for (Certificate certificate : certificates) {
                issuer(certificate).ifPresent(issuer -> issuers.put(certificate, issuer));
            }
        }

        List<CertificateTree> trees() {
            List<CertificateTree> trees = new ArrayList<>();
            for (Certificate certificate : certificates) {
                if (!issuers.containsKey(certificate)) {
                    trees.add(tree(certificate));
                }
            }
            for (Certificate certificate : certificates) {
                if (!placed.contains(certificate)) {
                    trees.add(tree(certificate));
                }
            }
            trees.addAll(unreadable);
            return trees;
        }

        private void read(Bytes der, Set<String> uses) {
            try {
                certificates.add(Certificate.parse(der));
            } catch (MalformedCertificateException e) {
                unreadable.add(unreadable(der, uses, String.valueOf(e.getMessage())));
            }
        }

        private static CertificateTree unreadable(Bytes der, Set<String> uses, String why) {
            return new CertificateTree(
                    why,
                    "",
                    "",
                    "",
                    "",
                    Instant.EPOCH,
                    Instant.EPOCH,
                    der.length(),
                    List.copyOf(uses),
                    Standing.UNREADABLE,
                    List.of());
        }

        private Optional<Certificate> issuer(Certificate certificate) {
            if (certificate.fields().isSelfIssued()) {
                return Optional.empty();
            }
            List<Certificate> named =
                    certificates.stream()
                            .filter(candidate ->
                                    !candidate.equals(certificate) && certificate.names(candidate))
                            .toList();
            return named.stream()
                    .filter(candidate -> certificate.isSignedBy(candidate.key()))
                    .findFirst()
                    .or(() -> named.stream().findFirst());
        }

        private CertificateTree tree(Certificate certificate) {
            placed.add(certificate);
            List<CertificateTree> children = new ArrayList<>();
            for (Certificate candidate : certificates) {
                Certificate issuer = issuers.get(candidate);
                if (issuer != null && issuer.equals(certificate) && !placed.contains(candidate)) {
                    children.add(tree(candidate));
                }
            }
            var fields = certificate.fields();
            Algorithms algorithms = Algorithms.of(certificate);
            return new CertificateTree(
                    fields.commonName().orElse(fields.subject()),
                    fields.issuer(),
                    fields.serial().toString(16),
                    algorithms.key(),
                    algorithms.signature(),
                    fields.notBefore(),
                    fields.notAfter(),
                    certificate.der().length(),
                    List.copyOf(usesByDer.getOrDefault(certificate.der(), Set.of())),
                    standing(certificate),
                    children);
        }

        private Standing standing(Certificate certificate) {
            if (certificate.fields().isSelfIssued()) {
                return certificate.isSignedBy(certificate.key())
                        ? Standing.SELF_SIGNED
                        : Standing.FORGED;
            }
            Certificate issuer = issuers.get(certificate);
            if (issuer == null) {
                return Standing.ISSUER_NOT_SHOWN;
            }
            return certificate.isSignedBy(issuer.key())
                    ? Standing.SIGNED_BY_ISSUER
                    : Standing.FORGED;
        }
    }

    /** Names of algorithms, which the JDK knows more of than we check. */
    private record Algorithms(String key, String signature) {

        static Algorithms of(Certificate certificate) {
            try {
                X509Certificate parsed =
                        (X509Certificate)
                                CertificateFactory.getInstance("X.509")
                                        .generateCertificate(
                                                new ByteArrayInputStream(
                                                        certificate.der().toArray()));
                return new Algorithms(key(parsed.getPublicKey()), parsed.getSigAlgName());
            } catch (CertificateException e) {
                return new Algorithms("unknown key", certificate.signatureAlgorithm());
            }
        }

        private static String key(PublicKey key) {
            return key instanceof ECPublicKey curve
                    ? "EC P-" + curve.getParams().getOrder().bitLength()
                    : key.getAlgorithm();
        }
    }
}
