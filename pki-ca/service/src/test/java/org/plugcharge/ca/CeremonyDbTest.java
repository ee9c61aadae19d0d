package org.plugcharge.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.plugcharge.ca.RunningCa.Answer;
import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateRequest;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.Pem;
import org.plugcharge.certs.SoftwareKey;
import org.plugcharge.certs.Subject;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two CAs whose ceremonies need two of three: one stands for the machine without network that holds
 * the root, the other issues below it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CeremonyDbTest {

    private static final SoftwareKey ALICE = RunningCa.key("alice");
    private static final SoftwareKey BOB = RunningCa.key("bob");
    private static final SoftwareKey CAROL = RunningCa.key("carol");
    private static final PkiCaOptions.Approval TWO_OF_THREE =
            new PkiCaOptions.Approval(
                    2,
                    Map.of(
                            "alice", ALICE.publicKey(),
                            "bob", BOB.publicKey(),
                            "carol", CAROL.publicKey()));

    @TempDir private static Path directory;

    private static PkiCa vault;
    private static PkiCa online;

    @BeforeAll
    static void start() throws IOException {
        vault = PkiCa.start(options());
        online = PkiCa.start(options());
    }

    @AfterAll
    static void stop() {
        vault.close();
        online.close();
    }

    private static PkiCaOptions options() {
        return RunningCa.clients(PkiCaOptions.standard()).approvedBy(TWO_OF_THREE);
    }

    @Test
    @Order(1)
    void nothingIsMadeByItself() {
        assertThat(online.roots()).isEmpty();
        EnrolmentDbTest.problem(
                RunningCa.post(
                        online,
                        RunningCa.CSMS,
                        "/api/v1/enrol/secc-leaf",
                        RunningCa.enrolment(RunningCa.key("s"), "DE*PNC*E1")),
                503,
                "ca.not-there");
        EnrolmentDbTest.problem(
                RunningCa.post(online, RunningCa.CSMS, "/api/v1/ceremonies", "{}"),
                403,
                "ca.rights");
    }

    @Test
    @Order(2)
    void nothingIsDoneBeforeTwoAgreed() {
        Answer proposed = propose(vault, "create", "iso2.v2g-root", "");
        String id = proposed.text("id");
        EnrolmentDbTest.problem(perform(vault, id), 403, "ca.approval");
        approve(vault, proposed, "alice", ALICE);
        approve(vault, proposed, "alice", ALICE);
        EnrolmentDbTest.problem(perform(vault, id), 403, "ca.approval");
        EnrolmentDbTest.problem(approve(vault, proposed, "bob", CAROL), 403, "ca.approval");
        EnrolmentDbTest.problem(approve(vault, proposed, "mallory", ALICE), 403, "ca.approval");
        Answer other = propose(vault, "create", "iso2.mo-root", "");
        EnrolmentDbTest.problem(
                approval(vault, id, "bob", sign(BOB, other.text("act"))), 403, "ca.approval");
        assertThat(vault.roots()).isEmpty();
        approve(vault, proposed, "bob", BOB);
        assertThat(perform(vault, id).text("result")).contains("BEGIN CERTIFICATE");
        EnrolmentDbTest.problem(perform(vault, id), 409, "ca.ceremony");
        assertThat(vault.roots().keySet()).containsExactly("iso2.v2g-root");
    }

    /** The root's key never leaves its machine; stations are issued to all the same. */
    @Test
    @Order(3)
    void anOnlineCaBelowAnOfflineRoot() {
        String root = pem(vault.authority(Iso2Profile.V2G_ROOT));
        held(online, "import", "iso2.v2g-root", "certificate", root);
        String csr = propose(online, "request", "iso2.cpo-sub-ca-1", "").text("id");
        csr = perform(online, csr).text("result");
        assertThat(csr).contains("BEGIN CERTIFICATE REQUEST");
        String signed = held(vault, "sign", "iso2.cpo-sub-ca-1", "csr", csr).text("result");
        refusedImports(signed);
        held(online, "import", "iso2.cpo-sub-ca-1", "certificate", signed);
        held(online, "create", "iso2.cpo-sub-ca-2", "", "");
        Answer station =
                RunningCa.post(
                        online,
                        RunningCa.CSMS,
                        "/api/v1/enrol/secc-leaf",
                        RunningCa.enrolment(RunningCa.key("s"), "DE*PNC*E1"));
        assertThat(station.status()).isEqualTo(201);
        assertThat(station.text("root")).isEqualTo(root);
        EnrolmentDbTest.problem(
                perform(
                        online,
                        approved(online, propose(online, "create", "iso2.cps-sub-ca-1", ""))),
                409,
                "ca.offline");
    }

    /** Another key, another name, another issuer, no CA: each with its rule. */
    private static void refusedImports(String signed) {
        SoftwareKey strange = RunningCa.key("strange");
        CertificateRequest request = CertificateRequest.create(Subject.named("strange"), strange);
        String foreign =
                held(vault, "sign", "iso2.cpo-sub-ca-1", "csr", named(request, strange))
                        .text("result");
        refused("iso2.cpo-sub-ca-1", foreign, "ca.import-key");
        refused("iso2.cpo-sub-ca-2", signed, "ca.import-key");
        refused("iso2.v2g-root", signed, "rfc5280.self-signed");
        refused(
                "iso2.v2g-root-cross",
                pem(vault.authority(Iso2Profile.V2G_ROOT)),
                "rfc5280.self-signed");
    }

    private static String named(CertificateRequest request, SoftwareKey key) {
        assertThat(request.key()).isEqualTo(key.publicKey());
        return CertificateRequest.create(Subject.named("strange").within(Optional.of("V2G")), key)
                .pem();
    }

    private static void refused(String profile, String certificate, String rule) {
        Answer proposed = propose(online, "import", profile, field("certificate", certificate));
        EnrolmentDbTest.problem(perform(online, approved(online, proposed)), 422, rule);
    }

    @Test
    @Order(4)
    void theTranscriptTellsAllOfIt() throws Exception {
        List<String> lines = transcript(online);
        List<String> told =
                TranscriptCheck.verify(
                        lines, Optional.empty(), Optional.of(TWO_OF_THREE.approvers()));
        assertThat(told)
                .anyMatch(line -> line.contains("import iso2.v2g-root, approved by alice, bob"))
                .anyMatch(line -> line.contains("request iso2.cpo-sub-ca-1, approved by nobody"));
        assertThatThrownBy(() ->
                        TranscriptCheck.verify(
                                lines, Optional.of(ALICE.publicKey()), Optional.empty()))
                .hasMessage("line 1: wrong: expected signature");
        assertThatThrownBy(() ->
                        TranscriptCheck.verify(
                                lines,
                                Optional.empty(),
                                Optional.of(Map.of("alice", ALICE.publicKey()))))
                .hasMessageContaining("the approvers that were named");
        for (int line = 0; line < lines.size(); line++) {
            List<String> changed = new ArrayList<>(lines);
            changed.set(line, lines.get(line).replaceFirst("20(\\d\\d)-", "19$1-"));
            broken(changed);
            List<String> shorter = new ArrayList<>(lines);
            shorter.remove(line);
            if (line < lines.size() - 1) {
                broken(shorter);
            }
        }
    }

    @Test
    @Order(5)
    void theTranscriptIsReadByTheCommand() throws IOException {
        Path file = directory.resolve("transcript.jsonl");
        Files.write(file, transcript(online));
        StringWriter out = new StringWriter();
        int status =
                PkiCaCommand.commandLine()
                        .setOut(new PrintWriter(out))
                        .execute("verify-transcript", file.toString());
        assertThat(out.toString()).contains("lines, whole; believed itself: its key its approvers");
        assertThat(status).isZero();
    }

    private static void broken(List<String> lines) {
        assertThatThrownBy(() -> TranscriptCheck.verify(lines, Optional.empty(), Optional.empty()))
                .isInstanceOf(TranscriptCheck.BrokenException.class);
    }

    static List<String> transcript(PkiCa ca) {
        return new String(
                        RunningCa.octets(
                                        RunningCa.request(ca, "/api/v1/transcript")
                                                .header(
                                                        "Authorization",
                                                        "Bearer " + RunningCa.ADMIN)
                                                .build())
                                .body(),
                        StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    static Answer held(PkiCa ca, String act, String profile, String field, String pem) {
        Answer proposed = propose(ca, act, profile, field.isEmpty() ? "" : field(field, pem));
        Answer performed = perform(ca, approved(ca, proposed));
        assertThat(performed.status()).as("%s", performed).isEqualTo(200);
        return performed;
    }

    private static String approved(PkiCa ca, Answer proposed) {
        approve(ca, proposed, "alice", ALICE);
        approve(ca, proposed, "bob", BOB);
        return proposed.text("id");
    }

    private static Answer propose(PkiCa ca, String act, String profile, String more) {
        Answer answer =
                RunningCa.post(
                        ca,
                        RunningCa.ADMIN,
                        "/api/v1/ceremonies",
                        "{\"act\":\"%s\",\"profile\":\"%s\"%s}".formatted(act, profile, more));
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer;
    }

    private static String field(String name, String pem) {
        return ",\"%s\":\"%s\"".formatted(name, pem.replace("\n", "\\n"));
    }

    private static Answer approve(PkiCa ca, Answer proposed, String name, SoftwareKey key) {
        return approval(ca, proposed.text("id"), name, sign(key, proposed.text("act")));
    }

    private static Answer approval(PkiCa ca, String id, String name, String signature) {
        return RunningCa.post(
                ca,
                RunningCa.ADMIN,
                "/api/v1/ceremonies/" + id + "/approvals",
                "{\"approver\":\"%s\",\"signature\":\"%s\"}".formatted(name, signature));
    }

    private static Answer perform(PkiCa ca, String id) {
        return RunningCa.post(ca, RunningCa.ADMIN, "/api/v1/ceremonies/" + id + "/perform", "{}");
    }

    private static String sign(SoftwareKey key, String act) {
        return Base64.getEncoder().encodeToString(key.signDer(Transcript.utf8(act)).toArray());
    }

    private static String pem(Certificate certificate) {
        return Pem.of(Pem.CERTIFICATE, certificate.der());
    }
}
