package org.plugcharge.ca;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plugcharge.ca.RunningCa.Answer;
import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.ChainValidator;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.OcspQuestion;
import org.plugcharge.certs.OcspResponse;
import org.plugcharge.certs.OcspResponse.Finding;
import org.plugcharge.certs.OcspStatus;
import org.plugcharge.certs.Purpose;
import org.plugcharge.certs.Reason;
import org.plugcharge.certs.RevocationReason;
import org.plugcharge.certs.RevocationSnapshot;
import org.plugcharge.certs.RevocationSnapshot.Policy;
import org.plugcharge.certs.TestPki;
import org.plugcharge.certs.Verdict;
import org.plugcharge.certs.VerifiedContract;
import org.plugcharge.certs.host.OcspFetcher;
import org.plugcharge.exi.Bytes;

import java.math.BigInteger;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class StatusDbTest {

    private static final Certificate ISSUER = RunningCa.ca().authority(Iso2Profile.MO_SUB_CA_2);
    private static int contracts;

    @Test
    void everyCertificateOfAChainHasAGoodStatus() {
        CertificateChain chain = contract();
        assertThat(validate(chain)).isInstanceOf(Verdict.Valid.class);
    }

    @Test
    void aRevokedContractIsRevokedInTheNextAnswer() {
        CertificateChain chain = contract();
        Certificate leaf = Certificate.parse(chain.leaf());
        Answer revoked =
                RunningCa.post(
                        RunningCa.POOL,
                        "/api/v1/revoke",
                        """
                        {"certificate": "%s", "reason": "keyCompromise"}\
                        """
                                .formatted(
                                        Base64.getEncoder().encodeToString(leaf.der().toArray())));
        assertThat(revoked.status()).isEqualTo(200);
        assertThat(revoked.text("revocationReason")).isEqualTo("keyCompromise");
        assertThat(status(leaf)).isInstanceOf(OcspStatus.Revoked.class);
        assertThat(((Verdict.Rejected<VerifiedContract>) validate(chain)).reason())
                .isEqualTo(Reason.REVOKED);
        Answer again =
                RunningCa.post(
                        RunningCa.POOL,
                        "/api/v1/revoke",
                        """
                        {"issuer": "iso2.mo-sub-ca-2", "serial": "%s", "reason": "superseded"}\
                        """
                                .formatted(leaf.fields().serial().toString(16)));
        assertThat(again.text("revocationReason"))
                .as("the first revocation stands")
                .isEqualTo("keyCompromise");
        assertThat(again.text("revokedAt")).isEqualTo(revoked.text("revokedAt"));
        assertThat(RunningCa.post(RunningCa.POOL, "/api/v1/resume", body(leaf, "")).status())
                .isEqualTo(409);
    }

    @Test
    void aHoldCanBeTakenBack() {
        Certificate leaf = Certificate.parse(contract().leaf());
        RunningCa.post(RunningCa.POOL, "/api/v1/revoke", body(leaf, "certificateHold"));
        assertThat(status(leaf))
                .isInstanceOfSatisfying(
                        OcspStatus.Revoked.class,
                        revoked ->
                                assertThat(revoked.reason())
                                        .isEqualTo(RevocationReason.CERTIFICATE_HOLD));
        assertThat(RunningCa.post(RunningCa.POOL, "/api/v1/resume", body(leaf, "")).status())
                .isEqualTo(200);
        assertThat(status(leaf)).isInstanceOf(OcspStatus.Good.class);
    }

    @Test
    void nobodyRevokesWhatIsNotHis() {
        Certificate leaf = Certificate.parse(contract().leaf());
        Answer notYours =
                RunningCa.post(RunningCa.CSMS, "/api/v1/revoke", body(leaf, "keyCompromise"));
        Answer notThere =
                RunningCa.post(
                        RunningCa.CSMS,
                        "/api/v1/revoke",
                        """
                        {"issuer": "iso2.mo-sub-ca-2", "serial": "4711"}\
                        """);
        EnrolmentDbTest.problem(notYours, 404, "ca.certificate");
        assertThat(notThere.body()).isEqualTo(notYours.body());
        assertThat(status(leaf)).isInstanceOf(OcspStatus.Good.class);
        EnrolmentDbTest.problem(
                RunningCa.post(RunningCa.POOL, "/api/v1/revoke", body(leaf, "boredom")),
                422,
                "rfc5280.reason");
        EnrolmentDbTest.problem(
                RunningCa.post(RunningCa.POOL, "/api/v1/revoke", "{}"), 400, "ca.which");
        EnrolmentDbTest.problem(
                RunningCa.post(RunningCa.POOL, "/api/v1/revoke", "{\"certificate\": \"AAAA\"}"),
                400,
                "rfc5280.der");
    }

    @Test
    void nonceIsEchoedAndGetWorksAsPostDoes() {
        Certificate leaf = Certificate.parse(contract().leaf());
        OcspQuestion question = OcspQuestion.about(leaf, ISSUER);
        Random random = new Random(1);
        for (int i = 0; i < 20; i++) {
            byte[] nonce = new byte[32];
            random.nextBytes(nonce);
            Bytes request = question.request(Optional.of(Bytes.of(nonce)));
            OcspResponse posted = OcspResponse.parse(post(request));
            assertThat(posted.nonce()).hasValue(Bytes.of(nonce));
            String base64 = Base64.getEncoder().encodeToString(request.toArray());
            OcspResponse escaped =
                    OcspResponse.parse(
                            get("/ocsp/" + URLEncoder.encode(base64, StandardCharsets.UTF_8)));
            assertThat(escaped.nonce()).hasValue(Bytes.of(nonce));
            OcspResponse plain = OcspResponse.parse(get("/ocsp/" + base64));
            assertThat(plain.nonce()).hasValue(Bytes.of(nonce));
        }
    }

    @Test
    void serialsNobodyIssuedAreUnknown() {
        Bytes request =
                OcspQuestion.about(BigInteger.valueOf(4711), ISSUER, OcspQuestion.Hash.SHA1)
                        .request(Optional.empty());
        assertThat(post(request)).isNotEqualTo(Bytes.fromHex("30030a0106"));
        Certificate stranger =
                TestPki.create(3, Instant.now()).certificate(Iso2Profile.CONTRACT_LEAF);
        Certificate foreignIssuer =
                TestPki.create(3, Instant.now()).certificate(Iso2Profile.MO_SUB_CA_2);
        assertThat(post(OcspQuestion.about(stranger, foreignIssuer).request(Optional.empty())))
                .as("unauthorized: not our CA")
                .isEqualTo(Bytes.fromHex("30030a0106"));
        assertThat(post(OcspQuestion.about(stranger, ISSUER).request(Optional.empty())).length())
                .isGreaterThan(100);
    }

    @Test
    void whatIsNoRequestIsMalformed() {
        Bytes malformed = Bytes.fromHex("30030a0101");
        Bytes request = OcspQuestion.about(ISSUER, ISSUER).request(Optional.empty());
        assertThat(post(Bytes.EMPTY)).isEqualTo(malformed);
        assertThat(post(request.slice(0, request.length() - 1))).isEqualTo(malformed);
        assertThat(post(request.plus(Bytes.of((byte) 0)))).isEqualTo(malformed);
        assertThat(post(Bytes.owning(new byte[60_000]))).isEqualTo(malformed);
        assertThat(get("/ocsp/")).isEqualTo(malformed);
        assertThat(get("/ocsp")).isEqualTo(malformed);
        assertThat(get("/ocsp/%21%21")).isEqualTo(malformed);
        Random random = new Random(2);
        for (int i = 0; i < 300; i++) {
            byte[] changed = request.toArray();
            changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
            assertThat(post(Bytes.owning(changed)).length()).isGreaterThanOrEqualTo(5);
        }
        assertThat(status(ISSUER, RunningCa.ca().authority(Iso2Profile.MO_SUB_CA_1)))
                .isInstanceOf(OcspStatus.Good.class);
    }

    private static String body(Certificate leaf, String reason) {
        return """
        {"issuer": "iso2.mo-sub-ca-2", "serial": "%s"%s}\
        """
                .formatted(
                        leaf.fields().serial().toString(16),
                        reason.isEmpty() ? "" : ", \"reason\": \"" + reason + "\"");
    }

    private static CertificateChain contract() {
        contracts++;
        String name = "DEPNC%09d".formatted(contracts);
        Answer answer =
                RunningCa.enrol(
                        RunningCa.POOL, "contract-leaf", name, RunningCa.key("status" + contracts));
        assertThat(answer.status()).isEqualTo(201);
        return CertificateChain.ofPem(answer.text("chain"));
    }

    private static Verdict<VerifiedContract> validate(CertificateChain chain) {
        var first =
                ChainValidator.validate(
                        chain,
                        Purpose.CONTRACT,
                        RunningCa.ca().anchors(),
                        RevocationSnapshot.notChecked(),
                        Instant.now());
        VerifiedContract contract = ((Verdict.Valid<VerifiedContract>) first).proof();
        try (OcspFetcher fetcher = new OcspFetcher(Duration.ofSeconds(10))) {
            List<OcspResponse> responses = fetcher.responses(contract);
            assertThat(responses).hasSize(3);
            return ChainValidator.validate(
                    chain,
                    Purpose.CONTRACT,
                    RunningCa.ca().anchors(),
                    RevocationSnapshot.of(Policy.ALWAYS, responses),
                    Instant.now());
        }
    }

    private static OcspStatus status(Certificate leaf) {
        return status(leaf, ISSUER);
    }

    private static OcspStatus status(Certificate certificate, Certificate issuer) {
        OcspResponse response =
                OcspResponse.parse(
                        post(OcspQuestion.about(certificate, issuer).request(Optional.empty())));
        Finding finding = response.finding(certificate, issuer, Instant.now(), Duration.ofHours(1));
        assertThat(finding).isInstanceOf(Finding.Proven.class);
        return ((Finding.Proven) finding).status();
    }

    private static Bytes post(Bytes request) {
        HttpResponse<byte[]> response =
                RunningCa.octets(
                        RunningCa.request("/ocsp")
                                .header("Content-Type", "application/ocsp-request")
                                .POST(BodyPublishers.ofByteArray(request.toArray()))
                                .build());
        return answer(response);
    }

    private static Bytes get(String path) {
        return answer(RunningCa.octets(RunningCa.request(path).build()));
    }

    private static Bytes answer(HttpResponse<byte[]> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("application/ocsp-response");
        return Bytes.owning(response.body());
    }
}
