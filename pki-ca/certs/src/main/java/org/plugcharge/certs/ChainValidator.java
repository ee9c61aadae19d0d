package org.plugcharge.certs;

import org.plugcharge.certs.OcspResponse.Finding;
import org.plugcharge.certs.Verdict.Rejected;
import org.plugcharge.certs.Verdict.Valid;
import org.plugcharge.exi.Bytes;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Decides whether a chain may be trusted for a purpose: pure, total, and with a reason for every
 * no.
 *
 * <p>First the path: every link is a verified signature up to a root trusted for this purpose;
 * names and key identifiers only guide the search. Then what the certificates say, then dates, then
 * revocation: so EXPIRED and REVOKED are only said of chains that are otherwise genuine. Order and
 * duplicates of the sub-certificates do not matter, nor does a root among them. The one path judged
 * is the shortest.
 */
public final class ChainValidator {

    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final String NAME_CONSTRAINTS = "2.5.29.30";

    /**
     * Extensions that may be critical: BasicConstraints, KeyUsage, ExtendedKeyUsage,
     * SubjectAltName.
     */
    private static final Set<String> UNDERSTOOD =
            Set.of(BASIC_CONSTRAINTS, "2.5.29.15", "2.5.29.37", "2.5.29.17");

    /** Leaf and two sub-CAs: at most three certificates that are not self-signed. [V2G2-009] */
    private static final int MAX_SUB_CAS = 2;

    /** 20 octets, and the first bit is the sign. RFC 5280 4.1.2.2 */
    private static final int MAX_SERIAL_BITS = 159;

    private ChainValidator() {}

    /** The verdict; never throws for what a peer sent. */
    public static <P extends Verified> Verdict<P> validate(
            CertificateChain chain,
            Purpose<P> purpose,
            TrustAnchors anchors,
            RevocationSnapshot revocation,
            Instant at) {
        try {
            List<Certificate> given = read(chain, purpose);
            List<Certificate> path = path(given, purpose, anchors);
            Judge<P> judge = new Judge<>(given, path, purpose, edition(given, purpose));
            judge.certificates();
            judge.domains(anchors);
            P proof = judge.name();
            judge.dates(at);
            judge.revocation(revocation, at);
            KnownAuthorities.remember(path);
            return new Valid<>(proof);
        } catch (Refusal e) {
            return new Rejected<>(e.reason, e.index, e.rule, e.text);
        }
    }

    /** How a check says no; never leaves this class. */
    private static final class Refusal extends RuntimeException {
        private final Reason reason;
        private final int index;
        private final String rule;
        private final String text;

        Refusal(Reason reason, int index, String rule, String text) {
            super(text, null, false, false);
            this.reason = reason;
            this.index = index;
            this.rule = rule;
            this.text = text;
        }
    }

    private static List<Certificate> read(CertificateChain chain, Purpose<?> purpose) {
        List<Certificate> read = new ArrayList<>();
        for (Bytes der : chain.all()) {
            int index = read.size();
            if (der.length() > purpose.maxOctets()) {
                throw new Refusal(
                        Reason.TOO_LARGE,
                        index,
                        purpose.firstEdition().id() + ".size",
                        "expected at most %d octets, found %d"
                                .formatted(purpose.maxOctets(), der.length()));
            }
            try {
                read.add(KnownAuthorities.parse(der));
            } catch (MalformedCertificateException e) {
                throw new Refusal(
                        Reason.MALFORMED, index, "rfc5280.der", String.valueOf(e.getMessage()));
            }
        }
        return read;
    }

    private static Edition edition(List<Certificate> given, Purpose<?> purpose) {
        return purpose.edition(given.getFirst())
                .orElseThrow(() -> wrongKey(0, given.getFirst(), purpose));
    }

    private static Refusal wrongKey(int index, Certificate certificate, Purpose<?> purpose) {
        return new Refusal(
                Reason.WRONG_KEY,
                index,
                purpose.firstEdition().id() + ".curve",
                "expected a key of %s in %s".formatted(purpose.keyTypes(), certificate));
    }

    private static boolean hasForeignKey(Certificate certificate, Purpose<?> purpose) {
        return certificate.key().type().filter(purpose.keyTypes()::contains).isEmpty();
    }

    /**
     * Breadth first, each certificate once: a few dozen signatures at worst, however the chain is
     * knotted.
     */
    private static List<Certificate> path(
            List<Certificate> given, Purpose<?> purpose, TrustAnchors anchors) {
        List<Certificate> roots = purpose.roots(anchors);
        Set<Certificate> subs = new LinkedHashSet<>(given.subList(1, given.size()));
        Map<Certificate, Certificate> below = new HashMap<>();
        Deque<Certificate> open = new ArrayDeque<>(List.of(given.getFirst()));
        Certificate last = given.getFirst();
        while (!open.isEmpty()) {
            last = open.remove();
            for (Certificate root : roots) {
                if (last.names(root) && KnownAuthorities.isSigned(last, root.key())) {
                    return unwind(root, last, below);
                }
            }
            for (Certificate sub : subs) {
                boolean fresh = !sub.equals(given.getFirst()) && !below.containsKey(sub);
                if (fresh && last.names(sub) && KnownAuthorities.isSigned(last, sub.key())) {
                    below.put(sub, last);
                    open.add(sub);
                }
            }
        }
        throw noPath(given, last, subs, purpose, anchors);
    }

    private static List<Certificate> unwind(
            Certificate root, Certificate top, Map<Certificate, Certificate> below) {
        List<Certificate> path = new ArrayList<>();
        Optional<Certificate> next = Optional.of(top);
        while (next.isPresent()) {
            path.addFirst(next.get());
            next = Optional.ofNullable(below.get(next.get()));
        }
        if (!path.getLast().equals(root)) {
            path.add(root);
        }
        return path;
    }

    private static Refusal noPath(
            List<Certificate> given,
            Certificate last,
            Set<Certificate> subs,
            Purpose<?> purpose,
            TrustAnchors anchors) {
        int index = given.indexOf(last);
        if (hasForeignKey(last, purpose)) {
            return wrongKey(index, last, purpose);
        }
        for (Certificate candidate : candidates(subs, purpose.roots(anchors))) {
            boolean claimed = !candidate.equals(last) && last.names(candidate);
            if (claimed && !last.isSignedBy(candidate.key())) {
                return hasForeignKey(candidate, purpose)
                        ? wrongKey(Math.max(index, given.indexOf(candidate)), candidate, purpose)
                        : new Refusal(
                                Reason.BAD_SIGNATURE,
                                index,
                                "rfc5280.signature",
                                "expected a signature of %s on %s".formatted(candidate, last));
            }
        }
        return new Refusal(
                Reason.UNTRUSTED,
                index,
                "rfc5280.trust-anchor",
                "expected an issuer of %s trusted for a %s, found none: %s"
                        .formatted(last, purpose, last.fields().issuer()));
    }

    private static List<Certificate> candidates(Set<Certificate> subs, List<Certificate> roots) {
        List<Certificate> all = new ArrayList<>(subs);
        all.addAll(roots);
        return all;
    }

    /** The checks on a path whose signatures are right. */
    private record Judge<P extends Verified>(
            List<Certificate> given, List<Certificate> path, Purpose<P> purpose, Edition edition) {

        void certificates() {
            if (path.size() < 2 || path.getFirst().fields().ca()) {
                throw refusal(
                        Reason.CA_AS_LEAF,
                        0,
                        "rfc5280.leaf",
                        "expected a leaf, found the CA " + path.getFirst());
            }
            if (path.size() - 2 > MAX_SUB_CAS) {
                throw refusal(
                        Reason.PATH_TOO_LONG,
                        path.size() - 2,
                        rule("path-length"),
                        "expected at most %d sub-CAs, found %d"
                                .formatted(MAX_SUB_CAS, path.size() - 2));
            }
            for (int i = 0; i < path.size(); i++) {
                shape(i);
                if (i > 0) {
                    authority(i);
                }
            }
            leafUsage();
        }

        private void shape(int i) {
            CertificateFields fields = path.get(i).fields();
            check(
                    fields.version() == 3,
                    Reason.MALFORMED,
                    i,
                    "rfc5280.version-3",
                    () -> "version 3");
            int octets = path.get(i).der().length();
            check(
                    octets <= purpose.maxOctets(edition),
                    Reason.TOO_LARGE,
                    i,
                    rule("size"),
                    () ->
                            "at most %d octets, found %d"
                                    .formatted(purpose.maxOctets(edition), octets));
            check(
                    fields.key().type().filter(edition.keyTypes()::contains).isPresent(),
                    Reason.WRONG_KEY,
                    i,
                    rule("curve"),
                    () -> "a key of " + edition.keyTypes());
            check(
                    fields.serial().signum() >= 0 && fields.serial().bitLength() <= MAX_SERIAL_BITS,
                    Reason.MALFORMED,
                    i,
                    "rfc5280.serial",
                    () -> "a serial number of at most 20 octets, not negative");
            for (Map.Entry<String, Boolean> extension : fields.extensions().entrySet()) {
                boolean understood =
                        !extension.getValue() || UNDERSTOOD.contains(extension.getKey());
                check(
                        understood && !extension.getKey().equals(NAME_CONSTRAINTS),
                        Reason.UNKNOWN_EXTENSION,
                        i,
                        "rfc5280.critical-extension",
                        () -> "no critical extension " + extension.getKey());
            }
        }

        private void authority(int i) {
            CertificateFields fields = path.get(i).fields();
            boolean root = i == path.size() - 1;
            check(fields.ca(), Reason.NOT_A_CA, i, "rfc5280.issuer-is-ca", () -> "a CA");
            check(
                    fields.extensions().getOrDefault(BASIC_CONSTRAINTS, false),
                    Reason.NOT_A_CA,
                    i,
                    rule("basic-constraints-critical"),
                    () -> "critical BasicConstraints");
            check(
                    fields.keyUsages()
                            .map(usages -> usages.contains(KeyUsage.KEY_CERT_SIGN))
                            .orElse(root),
                    Reason.WRONG_KEY_USAGE,
                    i,
                    "rfc5280.key-cert-sign",
                    () -> "key usage keyCertSign");
            long below =
                    path.subList(1, i).stream()
                            .filter(certificate -> !certificate.fields().isSelfIssued())
                            .count();
            check(
                    fields.pathLength().isEmpty() || below <= fields.pathLength().getAsInt(),
                    Reason.PATH_TOO_LONG,
                    i,
                    "rfc5280.path-length",
                    () ->
                            "at most %s sub-CAs below it, %d found"
                                    .formatted(fields.pathLength(), below));
        }

        private void leafUsage() {
            CertificateFields leaf = path.getFirst().fields();
            check(
                    leaf.keyUsages().orElse(Set.of()).containsAll(purpose.keyUsages()),
                    Reason.WRONG_KEY_USAGE,
                    0,
                    rule("key-usage"),
                    () ->
                            "key usages %s, found %s"
                                    .formatted(purpose.keyUsages(), leaf.keyUsages()));
            check(
                    !leaf.keyUsages().orElse(Set.of()).contains(KeyUsage.KEY_CERT_SIGN)
                            && !leaf.extendedKeyUsages().contains(Iso2Profile.OCSP_SIGNING),
                    Reason.WRONG_KEY_USAGE,
                    0,
                    "rfc5280.leaf",
                    () -> "a leaf that signs neither certificates nor OCSP answers");
            check(
                    leaf.extendedKeyUsages().isEmpty()
                            || purpose.extendedKeyUsages().isEmpty()
                            || leaf.extendedKeyUsages().stream()
                                    .anyMatch(purpose.extendedKeyUsages()::contains),
                    Reason.WRONG_KEY_USAGE,
                    0,
                    "rfc5280.extended-key-usage",
                    () -> "extended key usage " + purpose.extendedKeyUsages());
        }

        /**
         * [V2G2-925] and, under a V2G root where all roles meet, that no role issues for another.
         */
        void domains(TrustAnchors anchors) {
            boolean underV2gRoot = anchors.v2gRoots().contains(path.getLast());
            List<String> found = path.getFirst().fields().domainComponents();
            check(
                    purpose.takesDomain(found, underV2gRoot, edition),
                    Reason.WRONG_DOMAIN,
                    0,
                    rule("domain-component"),
                    () -> "DC %s, found %s".formatted(purpose.domain(), found));
            if (!purpose.trustsV2gRoots()) {
                return;
            }
            for (int i = 1; i < path.size() - 1; i++) {
                List<String> domains = path.get(i).fields().domainComponents();
                boolean fits =
                        purpose.subCaDomains().containsAll(domains)
                                && !(domains.isEmpty() && purpose.needsSubCaDomain(underV2gRoot));
                check(
                        fits,
                        Reason.WRONG_DOMAIN,
                        i,
                        rule("domain-component-of-ca"),
                        () ->
                                "a sub-CA with DC of %s, found %s"
                                        .formatted(purpose.subCaDomains(), domains));
            }
        }

        P name() {
            return switch (purpose.name(path, edition)) {
                case Purpose.Named.Ok<P>(P proof) -> proof;
                case Purpose.Named.Wrong<P>(Reason reason, String rule, String text) ->
                        throw refusal(reason, 0, rule, text);
            };
        }

        void dates(Instant at) {
            for (int i = 0; i < path.size(); i++) {
                CertificateFields fields = path.get(i).fields();
                check(
                        !at.isAfter(fields.notAfter()),
                        Reason.EXPIRED,
                        i,
                        "rfc5280.not-after",
                        () -> "an end after %s, found %s".formatted(at, fields.notAfter()));
                check(
                        !at.isBefore(fields.notBefore()),
                        Reason.NOT_YET_VALID,
                        i,
                        "rfc5280.not-before",
                        () -> "a start before %s, found %s".formatted(at, fields.notBefore()));
            }
        }

        void revocation(RevocationSnapshot revocation, Instant at) {
            if (revocation.policy() == RevocationSnapshot.Policy.NOT_CHECKED) {
                return;
            }
            for (int i = 0; i < path.size() - 1; i++) {
                status(i, revocation, at);
            }
        }

        /**
         * Of several answers that count, the newest does: a suspended contract may have been
         * resumed.
         */
        private void status(int i, RevocationSnapshot revocation, Instant at) {
            Optional<Finding.Proven> newest = Optional.empty();
            String why = "no OCSP response";
            for (Finding finding : findings(path.get(i), path.get(i + 1), revocation, at)) {
                switch (finding) {
                    case Finding.Proven proven ->
                            newest =
                                    newest.filter(known ->
                                                    known.thisUpdate().isAfter(proven.thisUpdate()))
                                            .or(() -> Optional.of(proven));
                    case Finding.Unusable(String text) -> why = text;
                }
            }
            boolean needed =
                    switch (revocation.policy()) {
                        case NOT_CHECKED, IF_ANSWERED -> false;
                        case IF_ANNOUNCED -> !path.get(i).fields().ocspUrls().isEmpty();
                        case ALWAYS -> true;
                    };
            String found = why;
            if (newest.isEmpty()) {
                check(
                        !needed,
                        Reason.STATUS_UNKNOWN,
                        i,
                        "rfc6960.status",
                        () -> "a usable OCSP response or revocation list, found " + found);
                return;
            }
            switch (newest.get().status()) {
                case OcspStatus.Good() -> {}
                case OcspStatus.Revoked(Instant since, RevocationReason reason) ->
                        throw refusal(
                                Reason.REVOKED,
                                i,
                                "rfc6960.revoked",
                                "%s is revoked since %s: %s"
                                        .formatted(path.get(i), since, reason.text()));
                case OcspStatus.Unknown() ->
                        throw refusal(
                                Reason.STATUS_UNKNOWN,
                                i,
                                "rfc6960.unknown",
                                "the issuer does not know " + path.get(i));
            }
        }

        private static List<Finding> findings(
                Certificate certificate,
                Certificate issuer,
                RevocationSnapshot revocation,
                Instant at) {
            List<Finding> found = new ArrayList<>();
            for (OcspResponse response : revocation.responses()) {
                boolean answers =
                        revocation.nonce().isEmpty() || revocation.nonce().equals(response.nonce());
                found.add(
                        answers
                                ? response.finding(certificate, issuer, at, revocation.maxAge())
                                : new Finding.Unusable("an OCSP response to another question"));
            }
            List<RevocationList> deltas =
                    revocation.lists().stream().filter(RevocationList::isDelta).toList();
            revocation.lists().stream()
                    .filter(list -> !list.isDelta())
                    .map(list -> list.finding(certificate, issuer, deltas, at, revocation.maxAge()))
                    .forEach(found::add);
            return found;
        }

        private String rule(String name) {
            return edition.id() + "." + name;
        }

        private void check(
                boolean holds,
                Reason reason,
                int pathIndex,
                String rule,
                Supplier<String> expected) {
            if (!holds) {
                throw refusal(
                        reason,
                        pathIndex,
                        rule,
                        "expected %s: %s".formatted(expected.get(), path.get(pathIndex)));
            }
        }

        private Refusal refusal(Reason reason, int pathIndex, String rule, String text) {
            int index = given.indexOf(path.get(pathIndex));
            return new Refusal(reason, index < 0 ? given.size() : index, rule, text);
        }
    }
}
