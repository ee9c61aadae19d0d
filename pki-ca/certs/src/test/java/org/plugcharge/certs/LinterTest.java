package org.plugcharge.certs;

import static org.assertj.core.api.Assertions.assertThat;

import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plugcharge.exi.Bytes;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Every rule has a certificate that breaks it and one that keeps it; a rule without both fails. */
class LinterTest {

    private static final TestPki PKI = TestPki.create(7, TestClock.NOW);
    private static final Iso20TestPki P521 = PKI.iso20(KeyType.P521);
    private static final Iso20TestPki LAB = PKI.iso20(KeyType.P256);
    private static final SoftwareKey STRANGER =
            SoftwareKey.generate(Entropy.seeded(Bytes.of((byte) 9), "stranger"));
    private static final Map<String, Supplier<LintSubject>> BREAKING = breaking();
    private static final List<LintSubject> RIGHT = right();

    static List<LintRule> rules() {
        return Linter.RULES;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void everyRuleIsBrokenByOneAndKeptByAnother(LintRule rule) {
        assertThat(rule.citation()).isNotBlank();
        assertThat(rule.authority()).isNotNull();
        if (rule.equals(Rfc5280Rules.READABLE)) {
            return; // theUnreadable
        }
        Supplier<LintSubject> breaking =
                Objects.requireNonNull(
                        BREAKING.get(rule.id()), "no certificate breaks " + rule.id());
        assertThat(Linter.check(breaking.get()))
                .extracting(LintFinding::rule)
                .as("findings in the certificate that breaks %s", rule.id())
                .contains(rule);
        assertThat(RIGHT)
                .as("a certificate that keeps " + rule.id())
                .anyMatch(
                        right -> rule.applies().test(right) && rule.check().apply(right).isEmpty());
    }

    @Test
    void idsAreUniqueAndNothingBreaksARuleThatIsGone() {
        assertThat(Linter.RULES).extracting(LintRule::id).doesNotHaveDuplicates();
        assertThat(Linter.RULES)
                .extracting(LintRule::id)
                .containsAll(BREAKING.keySet())
                .allMatch(id -> id.matches("(rfc5280|iso2|iso20|hubject|house)\\.[a-z0-9-]+"));
        assertThat(Linter.RULES).hasSizeGreaterThan(50);
    }

    @Test
    void theUnreadable() {
        List<LintReport> reports =
                Linter.lint(
                        List.of(Bytes.of((byte) 0x30), PKI.certificate(Iso2Profile.MO_ROOT).der()),
                        Edition.ISO2,
                        Optional.empty());
        assertThat(reports.getFirst().findings())
                .extracting(LintFinding::rule)
                .containsExactly(Rfc5280Rules.READABLE);
        assertThat(reports.getFirst().hasErrors()).isTrue();
        assertThat(reports.getLast().hasErrors()).isFalse();
        assertThat(reports.getLast().profile()).hasValue(Iso2Profile.MO_ROOT.profile());
    }

    @Test
    void rightCertificatesHaveNoErrors() {
        for (LintSubject right : RIGHT) {
            assertThat(Linter.check(right))
                    .filteredOn(found -> found.rule().severity() == LintRule.Severity.ERROR)
                    .as(right.profile().id())
                    .isEmpty();
        }
    }

    /** Nobody said what the certificates are: the profile with the fewest errors is theirs. */
    @Test
    void theProfileIsFound() {
        for (Iso2Profile leaf :
                List.of(
                        Iso2Profile.CONTRACT_LEAF,
                        Iso2Profile.SECC_LEAF,
                        Iso2Profile.OEM_PROVISIONING_LEAF,
                        Iso2Profile.CPS_LEAF)) {
            assertThat(
                            Linter.lint(PKI.chain(leaf).all(), Edition.ISO2, Optional.empty())
                                    .getFirst()
                                    .profile())
                    .hasValue(leaf.profile());
        }
        assertThat(
                        Linter.lint(
                                        P521.chain(Iso20Profile.VEHICLE_LEAF).all(),
                                        Edition.ISO2,
                                        Optional.empty())
                                .getFirst()
                                .profile())
                .hasValue(Iso20Profile.VEHICLE_LEAF.profile(KeyType.P521));
        assertThat(
                        Linter.lint(
                                        LAB.chain(Iso20Profile.VEHICLE_LEAF).all(),
                                        Edition.LAB,
                                        Optional.empty())
                                .getFirst()
                                .profile())
                .hasValue(Iso20Profile.VEHICLE_LEAF.profile(KeyType.P256));
    }

    /** What the linter can see in an evil chain, it says. */
    @Test
    void evilChainsThatAreWrongByThemselvesAreFound() {
        int found = 0;
        for (EvilChain evil : EvilCorpus.all(Bytes.of((byte) 66), TestClock.NOW)) {
            boolean byItself =
                    switch (evil.expected()) {
                        case MALFORMED,
                                TOO_LARGE,
                                NOT_A_CA,
                                CA_AS_LEAF,
                                UNKNOWN_EXTENSION,
                                WRONG_NAME ->
                                true;
                        default -> false;
                    };
            if (byItself) {
                Optional<CertificateProfile> leaf = profile(evil);
                assertThat(Linter.lint(evil.chain().all(), Edition.ISO2, leaf))
                        .as(evil.id())
                        .anyMatch(LintReport::hasErrors);
                found++;
            }
        }
        assertThat(found).isGreaterThan(40);
    }

    private static Optional<CertificateProfile> profile(EvilChain evil) {
        boolean iso20 = evil.purpose().keyTypes().contains(KeyType.P521);
        String title = evil.purpose().title();
        if (title.equals("contract")) {
            return Optional.of(
                    iso20
                            ? Iso20Profile.CONTRACT_LEAF.profile(KeyType.P521)
                            : Iso2Profile.CONTRACT_LEAF.profile());
        }
        if (title.equals("vehicle")) {
            return Optional.of(
                    iso20
                            ? Iso20Profile.OEM_PROVISIONING_LEAF.profile(KeyType.P521)
                            : Iso2Profile.OEM_PROVISIONING_LEAF.profile());
        }
        return title.startsWith("vehicle's")
                ? Optional.of(Iso20Profile.VEHICLE_LEAF.profile(KeyType.P521))
                : Optional.empty();
    }

    // The right ones.

    private static List<LintSubject> right() {
        List<LintSubject> all = new ArrayList<>();
        for (Iso2Profile profile : Iso2Profile.values()) {
            if (profile == Iso2Profile.OCSP_SIGNER) {
                all.add(
                        LintSubject.signed(
                                PKI.ocspSigner(Iso2Profile.MO_ROOT).certificate(),
                                profile.profile(),
                                Optional.of(PKI.certificate(Iso2Profile.MO_ROOT))));
            } else {
                all.add(iso2(profile, PKI.certificate(profile)));
            }
        }
        for (KeyType key : KeyType.values()) {
            Iso20TestPki pki = PKI.iso20(key);
            for (Iso20Profile role : Iso20Profile.values()) {
                if (role != Iso20Profile.OCSP_SIGNER) {
                    all.add(iso20(pki, role, pki.certificate(role)));
                }
            }
        }
        all.add(iso2(Iso2Profile.CPS_LEAF, forReal()));
        all.add(iso2(Iso2Profile.OEM_SUB_CA_2, listed()));
        return all;
    }

    /** One that is not marked as made for tests. */
    private static Certificate forReal() {
        CertificateOrder order =
                CertificateOrder.of(
                                Iso2Profile.CPS_LEAF,
                                Subject.named("CPS Leaf"),
                                STRANGER.publicKey())
                        .statusAt("http://localhost/ocsp");
        Issuer issuer = PKI.member(Iso2Profile.CPS_SUB_CA_2).issuer();
        return ToBeSigned.prepare(
                        order, issuer, TestClock.NOW, Entropy.seeded(Bytes.of((byte) 3), "real"))
                .sign(issuer.key());
    }

    /** One that names a revocation list. */
    private static Certificate listed() {
        CertificateOrder order =
                CertificateOrder.of(
                                Iso2Profile.OEM_SUB_CA_2,
                                Subject.named("OEM 2"),
                                STRANGER.publicKey())
                        .statusAt(
                                new StatusUrls(
                                        "http://localhost/ocsp",
                                        Optional.of("http://localhost/crl/1.crl")));
        Issuer issuer = PKI.member(Iso2Profile.OEM_SUB_CA_1).issuer();
        return ToBeSigned.prepare(
                        order, issuer, TestClock.NOW, Entropy.seeded(Bytes.of((byte) 3), "list"))
                .sign(issuer.key());
    }

    // The wrong ones.

    private static Map<String, Supplier<LintSubject>> breaking() {
        Map<String, Supplier<LintSubject>> all = new LinkedHashMap<>();
        rfc5280(all);
        editions(all);
        all.put(
                "iso20.vehicle-name",
                () -> p521(Iso20Profile.VEHICLE_LEAF, f -> f.subject(name -> name + ",C=DE")));
        all.put(
                "iso20.contract-key-identifier",
                () -> p521(Iso20Profile.CONTRACT_LEAF, f -> f.keyIdentifier(twenty())));
        all.put(
                "iso20.pcid-check-character",
                () ->
                        p521(
                                Iso20Profile.OEM_PROVISIONING_LEAF,
                                f -> f.subject(_ -> "CN=WPCTESTVEHICLE0010,DC=OEM")));
        all.put(
                "iso20.secc-name",
                () -> p521(Iso20Profile.SECC_LEAF, f -> f.subject(_ -> "CN=SECCCert,DC=CPO")));
        all.put(
                "iso20.lab",
                () -> iso20(LAB, Iso20Profile.SECC_LEAF, LAB.certificate(Iso20Profile.SECC_LEAF)));
        hubject(all);
        house(all);
        return all;
    }

    private static void rfc5280(Map<String, Supplier<LintSubject>> all) {
        all.put(
                "rfc5280.version-3",
                () ->
                        secc(f ->
                                f.version(1)
                                        .without("2.5.29.19")
                                        .without("2.5.29.15")
                                        .without("2.5.29.14")
                                        .without("2.5.29.35")
                                        .without("2.5.29.32")
                                        .without("1.3.6.1.5.5.7.1.1")));
        all.put(
                "rfc5280.distribution-point",
                () ->
                        secc(f ->
                                f.extension(
                                        "2.5.29.31",
                                        false,
                                        RevocationLists.at("ldap://localhost/cn=list"))));
        all.put("rfc5280.serial", () -> secc(f -> f.serial(BigInteger.ONE.shiftLeft(200))));
        all.put("rfc5280.subject-name", () -> secc(f -> f.subject(_ -> "")));
        all.put(
                "rfc5280.common-name-length",
                () -> secc(f -> f.subject(_ -> "CN=" + "x".repeat(65) + ",DC=CPO")));
        all.put(
                "rfc5280.validity-order",
                () -> secc(f -> f.until(TestClock.NOW.minus(Duration.ofDays(9)))));
        all.put(
                "rfc5280.signature",
                () ->
                        iso2(
                                Iso2Profile.SECC_LEAF,
                                Forge.copy(PKI.certificate(Iso2Profile.SECC_LEAF))
                                        .signedBy(STRANGER)));
        all.put(
                "rfc5280.self-signature",
                () ->
                        iso2(
                                Iso2Profile.MO_ROOT,
                                Forge.copy(PKI.certificate(Iso2Profile.MO_ROOT))
                                        .signedBy(STRANGER)));
        all.put(
                "rfc5280.self-signed",
                () -> iso2(Iso2Profile.SECC_LEAF, PKI.certificate(Iso2Profile.MO_ROOT)));
        all.put("rfc5280.issuer-name", () -> secc(f -> f.issuer("CN=somebody else")));
        all.put("rfc5280.issuer-is-ca", () -> under(PKI.certificate(Iso2Profile.CONTRACT_LEAF)));
        all.put(
                "rfc5280.issuer-cert-sign",
                () ->
                        under(
                                Forge.copy(PKI.certificate(Iso2Profile.CPO_SUB_CA_2))
                                        .usages(KeyUsage.CRL_SIGN)
                                        .signedBy(PKI.key(Iso2Profile.CPO_SUB_CA_1))));
        all.put(
                "rfc5280.issuer-path-length",
                () -> iso2(Iso2Profile.CPO_SUB_CA_2, f -> f.pathLength(Optional.of(1))));
        all.put(
                "rfc5280.subject-key-identifier",
                () -> iso2(Iso2Profile.CPO_SUB_CA_2, f -> f.without("2.5.29.14")));
        all.put("rfc5280.authority-key-identifier", () -> secc(f -> f.without("2.5.29.35")));
        all.put(
                "rfc5280.identifiers-not-critical",
                () -> secc(f -> f.criticality("2.5.29.14", true)));
        all.put(
                "rfc5280.information-access-not-critical",
                () -> secc(f -> f.criticality("1.3.6.1.5.5.7.1.1", true)));
        all.put(
                "rfc5280.path-length-of-ca",
                () ->
                        secc(f ->
                                f.constraints(
                                        true,
                                        BasicConstraints.getInstance(
                                                new org.bouncycastle.asn1.DERSequence(
                                                        new org.bouncycastle.asn1.ASN1Integer(
                                                                1))))));
        all.put("rfc5280.cert-sign-of-ca", () -> secc(f -> f.usages(KeyUsage.KEY_CERT_SIGN)));
        all.put("rfc5280.unknown-critical", () -> secc(Forge::unknownCriticalExtension));
    }

    private static void editions(Map<String, Supplier<LintSubject>> all) {
        Map<String, UnaryOperator<Forge>> bends = new LinkedHashMap<>();
        bends.put("curve", f -> f.key(otherKey()));
        bends.put("signature", f -> f.algorithm(KeyType.ED448.signatureAlgorithm()));
        bends.put(
                "size",
                f ->
                        f.extension(
                                "1.3.6.1.4.1.99999.2",
                                false,
                                new org.bouncycastle.asn1.DEROctetString(new byte[1_200])));
        bends.put("basic-constraints-critical", f -> f.criticality("2.5.29.19", false));
        bends.put("key-usage-critical", f -> f.criticality("2.5.29.15", false));
        bends.put("ca", f -> f.ca(true));
        bends.put("path-length", f -> f.pathLength(Optional.of(3)));
        bends.put("key-usage", f -> f.usages(KeyUsage.DIGITAL_SIGNATURE));
        bends.put("extended-key-usage", f -> f.extendedKeyUsage(Iso2Profile.OCSP_SIGNING));
        bends.put("domain-component", f -> f.subject(name -> name.replace("DC=CPO", "DC=V2G")));
        bends.put("common-name", f -> f.subject(name -> name + ",CN=another"));
        bends.put("ocsp-url", f -> f.without("1.3.6.1.5.5.7.1.1"));
        bends.put("name-constraints", f -> f.extension("2.5.29.30", false, DERNull.INSTANCE));
        bends.forEach((name, bend) -> {
            all.put("iso2." + name, () -> secc(bend));
            all.put("iso20." + name, () -> p521(Iso20Profile.SECC_LEAF, bend));
        });
    }

    private static void hubject(Map<String, Supplier<LintSubject>> all) {
        all.put(
                "hubject.no-crl-distribution-points",
                () ->
                        secc(f ->
                                f.extension(
                                        "2.5.29.31",
                                        false,
                                        RevocationLists.at("http://localhost/1.crl"))));
        all.put(
                "hubject.no-ca-issuers",
                () ->
                        secc(f ->
                                f.without("1.3.6.1.5.5.7.1.1")
                                        .extension(
                                                "1.3.6.1.5.5.7.1.1",
                                                false,
                                                new AuthorityInformationAccess(
                                                        AccessDescription.id_ad_caIssuers,
                                                        new GeneralName(
                                                                GeneralName
                                                                        .uniformResourceIdentifier,
                                                                "http://localhost/ca")))));
        all.put(
                "hubject.key-identifier",
                () -> secc(f -> f.keyIdentifier(Bytes.fromHex("0102030405060708"))));
        all.put(
                "hubject.contract-organization",
                () ->
                        iso2(
                                Iso2Profile.CONTRACT_LEAF,
                                f -> f.subject(name -> name.replace("O=TEST,", ""))));
    }

    private static void house(Map<String, Supplier<LintSubject>> all) {
        all.put("house.serial-bits", () -> secc(f -> f.serial(BigInteger.TEN)));
        all.put(
                "house.validity-nested",
                () -> secc(f -> f.until(TestClock.NOW.plus(Duration.ofDays(9_000)))));
        all.put(
                "house.validity-length",
                () -> secc(f -> f.until(TestClock.NOW.plus(Duration.ofDays(70)))));
        all.put("house.key-identifier", () -> secc(f -> f.keyIdentifier(twenty())));
        all.put(
                "house.authority-key-identifier",
                () -> secc(f -> f.under(PKI.certificate(Iso2Profile.MO_SUB_CA_2))));
        all.put(
                "house.server-name",
                () -> iso2(Iso2Profile.TLS_SERVER, f -> f.without("2.5.29.17")));
        all.put(
                "house.ocsp-no-check",
                () -> {
                    Certificate signer = PKI.ocspSigner(Iso2Profile.MO_ROOT).certificate();
                    return LintSubject.signed(
                            Forge.copy(signer)
                                    .without("1.3.6.1.5.5.7.48.1.5")
                                    .signedBy(PKI.key(Iso2Profile.MO_ROOT)),
                            Iso2Profile.OCSP_SIGNER.profile(),
                            Optional.of(PKI.certificate(Iso2Profile.MO_ROOT)));
                });
        all.put("house.printable-names", () -> secc(f -> f.subject(_ -> "CN=a\\0Ab,DC=CPO")));
        all.put("house.test-policy", () -> secc(f -> f));
    }

    private static VerificationKey otherKey() {
        return SoftwareKey.generate(KeyType.ED448, Entropy.seeded(Bytes.of((byte) 1), "other"))
                .publicKey();
    }

    private static Bytes twenty() {
        return Bytes.owning(new byte[20]);
    }

    private static LintSubject secc(UnaryOperator<Forge> bend) {
        return iso2(Iso2Profile.SECC_LEAF, bend);
    }

    private static LintSubject under(Certificate issuer) {
        return LintSubject.signed(
                PKI.certificate(Iso2Profile.SECC_LEAF),
                Iso2Profile.SECC_LEAF.profile(),
                Optional.of(issuer));
    }

    private static LintSubject iso2(Iso2Profile profile, UnaryOperator<Forge> bend) {
        Forge forge = bend.apply(Forge.copy(PKI.certificate(profile)));
        return iso2(profile, forge.signedBy(PKI.key(profile.issuer().orElse(profile))));
    }

    private static LintSubject iso2(Iso2Profile profile, Certificate certificate) {
        return LintSubject.signed(
                certificate, profile.profile(), profile.issuer().map(PKI::certificate));
    }

    private static LintSubject p521(Iso20Profile role, UnaryOperator<Forge> bend) {
        Forge forge = bend.apply(Forge.copy(P521.certificate(role)));
        return iso20(P521, role, forge.signedBy(P521.key(role.issuer().orElse(role))));
    }

    private static LintSubject iso20(Iso20TestPki pki, Iso20Profile role, Certificate certificate) {
        return LintSubject.signed(
                certificate, role.profile(pki.keyType()), role.issuer().map(pki::certificate));
    }
}
