package org.plugcharge.pool.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.CertificateRequest;
import org.plugcharge.certs.ChainValidator;
import org.plugcharge.certs.Emaid;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.Purpose;
import org.plugcharge.certs.RevocationSnapshot;
import org.plugcharge.certs.SoftwareKey;
import org.plugcharge.certs.Subject;
import org.plugcharge.certs.TestPki;
import org.plugcharge.certs.TrustAnchors;
import org.plugcharge.certs.Verdict;
import org.plugcharge.certs.VerifiedContract;
import org.plugcharge.certs.VerifiedCps;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What every certificate authority must do for us; the fake keeps it as the real one does. */
abstract class AuthorityContract {

    private static final Entropy ENTROPY = Entropy.system(new SecureRandom());
    private static final Emaid EMAID = new Emaid("DEPNC123456789");

    abstract CertificateAuthority authority();

    abstract TrustAnchors anchors();

    private static CertificateRequest request(String commonName, SoftwareKey key) {
        return CertificateRequest.create(Subject.named(commonName), key);
    }

    private CertificateChain contract(SoftwareKey key) {
        return authority()
                .enrol(
                        Iso2Profile.CONTRACT_LEAF,
                        request(EMAID.canonical(), key),
                        Optional.empty());
    }

    @Test
    void contractIsIssuedForTheKeyAndTheName() {
        SoftwareKey key = SoftwareKey.generate(ENTROPY);
        Verdict<VerifiedContract> verdict =
                ChainValidator.validate(
                        contract(key),
                        Purpose.contractOf(EMAID),
                        anchors(),
                        RevocationSnapshot.notChecked(),
                        Instant.now());
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Valid.class,
                        valid -> assertThat(valid.proof().publicKey()).isEqualTo(key.publicKey()));
    }

    @Test
    void provisioningServiceIsIssuedUnderTheV2gRoot() {
        CertificateChain chain =
                authority()
                        .enrol(
                                Iso2Profile.CPS_LEAF,
                                request("CPS Leaf", SoftwareKey.generate(ENTROPY)),
                                Optional.empty());
        Verdict<VerifiedCps> verdict =
                ChainValidator.validate(
                        chain,
                        Purpose.CPS,
                        anchors(),
                        RevocationSnapshot.notChecked(),
                        Instant.now());
        assertThat(verdict).isInstanceOf(Verdict.Valid.class);
    }

    @Test
    void certificateEndsWhenTheOrderSays() {
        Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(3));
        CertificateChain chain =
                authority()
                        .enrol(
                                Iso2Profile.CONTRACT_LEAF,
                                request(EMAID.canonical(), SoftwareKey.generate(ENTROPY)),
                                Optional.of(end));
        assertThat(Certificate.parse(chain.leaf()).fields().notAfter()).isEqualTo(end);
    }

    @Test
    void nameThatIsNoContractsIsRefused() {
        assertThatThrownBy(() ->
                        authority()
                                .enrol(
                                        Iso2Profile.CONTRACT_LEAF,
                                        request("not an eMAID", SoftwareKey.generate(ENTROPY)),
                                        Optional.empty()))
                .isInstanceOfSatisfying(
                        AuthorityException.class, e -> assertThat(e.isRefused()).isTrue());
    }

    @Test
    void revocationMayBeRepeated() {
        Certificate certificate = Certificate.parse(contract(SoftwareKey.generate(ENTROPY)).leaf());
        authority().revoke(certificate);
        assertThatCode(() -> authority().revoke(certificate)).doesNotThrowAnyException();
    }

    @Test
    void certificateOfSomebodyElseIsNotRevoked() {
        Certificate foreign =
                TestPki.create(99, Instant.now()).certificate(Iso2Profile.CONTRACT_LEAF);
        assertThatThrownBy(() -> authority().revoke(foreign))
                .isInstanceOfSatisfying(
                        AuthorityException.class, e -> assertThat(e.isRefused()).isTrue());
    }
}
