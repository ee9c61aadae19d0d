package org.plugcharge.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class TestPkiTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final TestPki PKI = TestPki.create(7, NOW);

    @Test
    void sameSeedAndClockGiveTheSameOctets() {
        TestPki again = TestPki.create(7, NOW);
        TestPki other = TestPki.create(8, NOW);
        for (Iso2Profile profile : Iso2Profile.values()) {
            if (profile != Iso2Profile.OCSP_SIGNER) {
                assertThat(again.certificate(profile)).isEqualTo(PKI.certificate(profile));
                assertThat(again.key(profile).scalar()).isEqualTo(PKI.key(profile).scalar());
                assertThat(other.key(profile).scalar()).isNotEqualTo(PKI.key(profile).scalar());
            }
        }
        for (Iso2Profile authority : Iso2Profile.authorities()) {
            assertThat(again.ocspSigner(authority).certificate())
                    .isEqualTo(PKI.ocspSigner(authority).certificate());
        }
    }

    /** [V2G2-006], [V2G2-007], [V2G2-010], [V2G2-925]. */
    @ParameterizedTest
    @EnumSource(value = Iso2Profile.class, mode = EnumSource.Mode.EXCLUDE, names = "OCSP_SIGNER")
    void everyCertificateFollowsItsProfile(Iso2Profile profile) {
        Certificate certificate = PKI.certificate(profile);
        CertificateFields fields = certificate.fields();
        CertificateProfile data = profile.profile();
        assertThat(certificate.der().length())
                .isLessThanOrEqualTo(data.maxOctets())
                .isLessThan(800);
        assertThat(fields.key().isP256()).isTrue();
        assertThat(fields.domainComponents()).isEqualTo(data.domainComponent().stream().toList());
        assertThat(fields.keyUsages()).hasValue(data.keyUsages());
        assertThat(fields.ca()).isEqualTo(data.ca());
        assertThat(fields.pathLength()).isEqualTo(data.pathLength());
        assertThat(fields.extensions())
                .containsEntry("2.5.29.15", true)
                .containsEntry("2.5.29.19", true);
        assertThat(fields.subjectKeyIdentifier().orElseThrow().length()).isEqualTo(8);
        assertThat(fields.serial().bitLength()).isBetween(64, 127);
        assertThat(fields.ocspUrls()).hasSize(data.ocspUrl() ? 1 : 0);
        Certificate issuer = profile.issuer().map(PKI::certificate).orElse(certificate);
        assertThat(certificate.names(issuer)).isTrue();
        assertThat(certificate.isSignedBy(issuer.key())).isTrue();
        assertThat(Certificate.parse(certificate.der())).isEqualTo(certificate);
    }

    @Test
    void domainComponentsAreTheStandardsOwn() {
        assertThat(PKI.certificate(Iso2Profile.SECC_LEAF).fields().domainComponents())
                .containsExactly("CPO");
        assertThat(PKI.certificate(Iso2Profile.CPO_SUB_CA_1).fields().domainComponents())
                .containsExactly("V2G");
        assertThat(PKI.certificate(Iso2Profile.CPO_SUB_CA_2).fields().domainComponents())
                .containsExactly("V2G");
        assertThat(PKI.certificate(Iso2Profile.CPS_LEAF).fields().domainComponents())
                .containsExactly("CPS");
        assertThat(PKI.certificate(Iso2Profile.CONTRACT_LEAF).fields().keyUsages())
                .hasValue(
                        Set.of(
                                KeyUsage.DIGITAL_SIGNATURE,
                                KeyUsage.NON_REPUDIATION,
                                KeyUsage.KEY_ENCIPHERMENT,
                                KeyUsage.KEY_AGREEMENT));
    }

    /** [V2G20-2674], [V2G20-2319], [V2G20-822], [V2G20-2598]; P-256 is the lab profile. */
    @ParameterizedTest
    @EnumSource(KeyType.class)
    void everyCertificateOfIso20FollowsItsProfile(KeyType key) {
        Iso20TestPki pki = PKI.iso20(key);
        Iso20TestPki again = TestPki.create(7, NOW).iso20(key);
        for (Iso20Profile role : Iso20Profile.values()) {
            if (role == Iso20Profile.OCSP_SIGNER) {
                continue;
            }
            Certificate certificate = pki.certificate(role);
            assertThat(again.certificate(role)).isEqualTo(certificate);
            CertificateProfile data = role.profile(key);
            CertificateFields fields = certificate.fields();
            assertThat(certificate.der().length()).isLessThanOrEqualTo(1_600);
            assertThat(fields.key().type()).hasValue(key);
            assertThat(fields.domainComponents())
                    .isEqualTo(data.domainComponent().stream().toList());
            assertThat(fields.keyUsages()).hasValue(data.keyUsages());
            assertThat(fields.pathLength()).isEqualTo(data.pathLength());
            assertThat(fields.subjectKeyIdentifier().orElseThrow().length()).isEqualTo(8);
            assertThat(fields.policies()).containsExactly(TestPki.TEST_POLICY);
            Certificate issuer = role.issuer().map(pki::certificate).orElse(certificate);
            assertThat(certificate.names(issuer)).isTrue();
            assertThat(certificate.isSignedBy(issuer.key())).isTrue();
        }
        assertThat(pki.certificate(Iso20Profile.VEHICLE_LEAF).fields().subjectAttributes())
                .containsExactly("2.5.4.3", "2.5.4.10");
        assertThat(pki.certificate(Iso20Profile.OEM_PROVISIONING_LEAF).commonName())
                .hasValueSatisfying(name -> assertThat(name).hasSize(18));
        assertThat(pki.ocspSigner(Iso20Profile.MO_SUB_CA_2).certificate().key().type())
                .hasValue(key);
    }

    @Test
    void everyCertificateSaysThatItIsForTests() {
        assertThat(PKI.certificate(Iso2Profile.SECC_LEAF).fields().policies())
                .containsExactly(TestPki.TEST_POLICY);
        assertThat(PKI.ocspSigner(Iso2Profile.MO_ROOT).certificate().fields().policies())
                .containsExactly(TestPki.TEST_POLICY);
    }

    @Test
    void chainsGoFromTheLeafUpWithoutRoot() {
        CertificateChain chain = PKI.chain(Iso2Profile.SECC_LEAF);
        assertThat(chain.all())
                .containsExactly(
                        PKI.certificate(Iso2Profile.SECC_LEAF).der(),
                        PKI.certificate(Iso2Profile.CPO_SUB_CA_2).der(),
                        PKI.certificate(Iso2Profile.CPO_SUB_CA_1).der());
        assertThat(CertificateChain.ofPem(chain.pem())).isEqualTo(chain);
    }

    @Test
    void whatALintFindsIsNeverSigned() {
        SoftwareKey key =
                SoftwareKey.generate(Entropy.seeded(org.plugcharge.exi.Bytes.of((byte) 1), "x"));
        CertificateOrder wrongEmaid =
                CertificateOrder.of(
                                Iso2Profile.CONTRACT_LEAF,
                                Subject.named("FRXYZ123456789-3"),
                                key.publicKey())
                        .statusAt("http://localhost/ocsp");
        Issuer issuer = PKI.member(Iso2Profile.MO_SUB_CA_2).issuer();
        Entropy entropy = Entropy.seeded(org.plugcharge.exi.Bytes.of((byte) 2), "y");
        assertThatThrownBy(() -> ToBeSigned.prepare(wrongEmaid, issuer, NOW, entropy))
                .isInstanceOf(LintException.class)
                .hasMessageContaining("iso2.common-name: expected one common name, a right EMAID");
        CertificateOrder noStatus =
                CertificateOrder.of(
                        Iso2Profile.CONTRACT_LEAF,
                        Subject.named("FRXYZ1234567892"),
                        key.publicKey());
        assertThatThrownBy(() -> ToBeSigned.prepare(noStatus, issuer, NOW, entropy))
                .isInstanceOf(LintException.class)
                .hasMessageContaining("iso2.ocsp-url");
        CertificateOrder tooBig =
                CertificateOrder.of(
                                Iso2Profile.SECC_LEAF,
                                Subject.named("x".repeat(64)).of("y".repeat(64)),
                                key.publicKey())
                        .statusAt("http://localhost/" + "z".repeat(180));
        assertThatThrownBy(() ->
                        ToBeSigned.prepare(
                                tooBig,
                                PKI.member(Iso2Profile.CPO_SUB_CA_2).issuer(),
                                NOW,
                                entropy))
                .isInstanceOf(LintException.class)
                .hasMessageContaining("iso2.size: expected at most 800 octets");
    }

    /** Only where the profile has room: a contract names OCSP alone. */
    @Test
    void revocationListsAreNamedByCasAndServers() {
        StatusUrls urls =
                new StatusUrls(
                        "http://pki.example.org:8080/ocsp",
                        Optional.of("http://pki.example.org:8080/crl/iso2.oem-sub-ca-1.crl"));
        Certificate sub = issued(Iso2Profile.OEM_SUB_CA_2, Subject.named("OEM 2"), urls);
        assertThat(sub.fields().listUrls())
                .containsExactlyElementsOf(urls.list().stream().toList());
        assertThat(sub.fields().extensions()).containsEntry("2.5.29.31", false);
        assertThat(sub.der().length()).isLessThanOrEqualTo(800);
        Certificate contract =
                issued(Iso2Profile.CONTRACT_LEAF, Subject.named("FRXYZ1234567892"), urls);
        assertThat(contract.fields().extensions()).doesNotContainKey("2.5.29.31");
        for (Iso2Profile delivered :
                List.of(
                        Iso2Profile.MO_SUB_CA_1,
                        Iso2Profile.MO_SUB_CA_2,
                        Iso2Profile.CPS_SUB_CA_1,
                        Iso2Profile.CPS_SUB_CA_2)) {
            assertThat(issued(delivered, Subject.named("Sub"), urls).fields().extensions())
                    .as("%s goes into installations", delivered)
                    .doesNotContainKey("2.5.29.31");
        }
        assertThat(PKI.certificate(Iso2Profile.OEM_SUB_CA_2).fields().extensions())
                .as("none was given")
                .doesNotContainKey("2.5.29.31");
    }

    private static Certificate issued(Iso2Profile profile, Subject subject, StatusUrls urls) {
        SoftwareKey key =
                SoftwareKey.generate(Entropy.seeded(org.plugcharge.exi.Bytes.of((byte) 4), "k"));
        Issuer issuer = PKI.member(profile.issuer().orElseThrow()).issuer();
        return ToBeSigned.prepare(
                        CertificateOrder.of(profile, subject, key.publicKey()).statusAt(urls),
                        issuer,
                        NOW,
                        Entropy.seeded(org.plugcharge.exi.Bytes.of((byte) 5), "s"))
                .sign(issuer.key());
    }

    @Test
    void whatIsPreparedForOneIssuerIsNotSignedByAnother() {
        Issuer issuer = PKI.member(Iso2Profile.CPO_SUB_CA_2).issuer();
        CertificateOrder order =
                CertificateOrder.of(
                                Iso2Profile.SECC_LEAF,
                                Subject.named("DE*PNC*E1"),
                                PKI.key(Iso2Profile.SECC_LEAF).publicKey())
                        .statusAt("http://localhost/ocsp");
        ToBeSigned prepared =
                ToBeSigned.prepare(
                        order,
                        issuer,
                        NOW,
                        Entropy.seeded(org.plugcharge.exi.Bytes.of((byte) 3), "z"));
        assertThatThrownBy(() -> prepared.sign(PKI.key(Iso2Profile.MO_SUB_CA_2)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
