package org.plugcharge.ca;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.plugcharge.ca.RunningCa.Answer;
import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.OcspQuestion;
import org.plugcharge.certs.Pem;
import org.plugcharge.exi.Bytes;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What whoever runs the CA sees of it: counts, forecast, search, lints, health, metrics, help. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperationsDbTest {

    private static final List<Socket> SLOW = new ArrayList<>();

    private final CaClient client = new CaClient(RunningCa.ca());

    @Test
    void countsForecastAndSearch() {
        Certificate one = client.contract("DEOPA000000001");
        Certificate two = client.contract("DEOPA000000002");
        client.revoke(two, "certificateHold");
        RunningCa.enrol(RunningCa.CSMS, "secc-leaf", "DE*PNC*E0OPS1", RunningCa.key("operations"));

        JsonNode found = client.json("/api/v1/search?text=de-opa-c0000");
        assertThat(found).isEmpty();
        found = client.json("/api/v1/search?text=de-opa-0000");
        assertThat(found.findValuesAsString("serial")).containsExactly(hex(two), hex(one));
        assertThat(found.findValuesAsString("state")).containsExactly("on-hold", "good");
        assertThat(
                        client.json("/api/v1/search?text=DEOPA&state=on-hold")
                                .findValuesAsString("serial"))
                .containsExactly(hex(two));
        assertThat(client.json("/api/v1/search?text=" + hex(one).substring(0, 12))).hasSize(1);
        assertThat(client.json("/api/v1/search?text=de*pnc*e0ops").get(0).path("client").asString())
                .isEqualTo("csms");
        assertThat(client.json("/api/v1/search?text=DEOPA&profile=iso2.secc-leaf")).isEmpty();
        assertThat(client.json("/api/v1/search?text=%25")).as("no wildcard").hasSizeGreaterThan(1);
        assertThat(client.json("/api/v1/search?text=E0OPS&expiringInDays=30")).isEmpty();
        assertThat(client.json("/api/v1/search?text=DEPNCE0OPS&expiringInDays=90")).hasSize(1);

        JsonNode overview = client.json("/api/v1/overview");
        assertThat(count(overview, "iso2.contract-leaf", "on-hold")).isPositive();
        assertThat(count(overview, "iso2.contract-leaf", "good")).isPositive();
        JsonNode stations = forecast(overview, "iso2.secc-leaf");
        assertThat(stations.path("in90Days").asLong()).isPositive();
        assertThat(stations.path("in30Days").asLong()).isZero();
    }

    /** A client sees what is its own. */
    @Test
    void nobodySeesWhatIsNotHis() {
        client.contract("DEOPS000000003");
        assertThat(RunningCa.get(RunningCa.CSMS, "/api/v1/search?text=DEOPS").body()).isEmpty();
        assertThat(
                        RunningCa.get(RunningCa.CSMS, "/api/v1/overview")
                                .body()
                                .path("counts")
                                .findValuesAsString("profile"))
                .doesNotContain("iso2.contract-leaf", "iso2.v2g-root");
        for (String path : List.of("/api/v1/search", "/api/v1/overview", "/api/v1/lint")) {
            assertThat(client.get(path).statusCode()).as(path).isEqualTo(401);
        }
    }

    @Test
    void lintsAChain() {
        String pem =
                Pem.of(Pem.CERTIFICATE, RunningCa.ca().authority(Iso2Profile.CPO_SUB_CA_2).der());
        Answer answer = lint(pem);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("certificates").get(0).path("profile").asString())
                .isEqualTo("iso2.cpo-sub-ca-2");
        EnrolmentDbTest.problem(lint("nothing"), 400, "ca.chain");
        EnrolmentDbTest.problem(lint(pem.repeat(9)), 400, "ca.chain");
    }

    private static Answer lint(String pem) {
        return RunningCa.post(
                RunningCa.ADMIN,
                "/api/v1/lint",
                "{\"chain\": \"%s\"}".formatted(pem.replace("\n", "\\n")));
    }

    @Test
    void metricsCountWhatHappensAndNameNobody() {
        Certificate leaf = client.contract("DEOPS000000004");
        client.revoke(leaf, "keyCompromise");
        client.ocsp(Bytes.EMPTY);
        client.ocsp(
                OcspQuestion.about(leaf, RunningCa.ca().authority(Iso2Profile.MO_SUB_CA_2))
                        .request(Optional.empty()));
        RunningCa.enrol(RunningCa.POOL, "secc-leaf", "DE*PNC*E1", RunningCa.key("metrics"));
        String metrics = text(client.get("/metrics"));
        assertThat(metrics)
                .contains("pki_ca_issued_total{profile=\"iso2.contract-leaf\"}")
                .contains("pki_ca_status_changes_total{reason=\"keyCompromise\"}")
                .contains("pki_ca_refused_total{rule=\"ca.rights\"}")
                .contains("pki_ca_ocsp_seconds_count{kind=\"malformed\"}")
                .containsPattern("pki_ca_ocsp_seconds_count\\{kind=\"(first|presigned)\"}")
                .contains("pki_ca_ocsp_signed_ahead_total")
                .contains("pki_ca_http_seconds_bucket{method=\"POST\",status=\"201\",le=\"0.05\"}")
                .contains("pki_ca_certificates_expiring{days=\"90\",profile=\"iso2.ocsp-signer\"}")
                .contains("pki_ca_log_waiting")
                .doesNotContain("DEOPS", "DE*PNC", "token");
    }

    @Test
    void healthAndCaches() {
        assertThat(client.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(text(client.get("/health/ready"))).isEqualTo("{\"status\":\"UP\"}");
        Certificate leaf = client.contract("DEOPS000000005");
        Certificate issuer = RunningCa.ca().authority(Iso2Profile.MO_SUB_CA_2);
        String path = "/ocsp/" + base64(OcspQuestion.about(leaf, issuer).request(Optional.empty()));
        HttpResponse<byte[]> answer = client.get(path);
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
                .matches("max-age=3[56]\\d\\d, public, no-transform, must-revalidate");
        assertThat(answer.headers().map()).containsKeys("last-modified", "expires", "etag");
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> again =
                CaClient.send(
                        HttpRequest.newBuilder(URI.create(client.uri() + path))
                                .header("If-None-Match", tag)
                                .build());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        String live =
                "/ocsp/"
                        + base64(
                                OcspQuestion.about(leaf, issuer)
                                        .request(Optional.of(Bytes.fromHex("0102"))));
        assertThat(client.get(live).headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(client.get("/ocsp/AAAA").headers().firstValue("Cache-Control"))
                .hasValue("no-store");
        HttpResponse<byte[]> list = client.get("/crl/iso2.mo-sub-ca-2.crl");
        assertThat(list.headers().firstValue("Cache-Control").orElseThrow())
                .startsWith("max-age=60");
    }

    /** A hundred that say half a header, or half a body, and then nothing: others are served. */
    @Test
    @Order(Integer.MAX_VALUE)
    void slowOnesHoldNobodyUpAndAreToldSo() throws Exception {
        client.contract("DEOPS000000006");
        assertThat(client.get("/health/ready").statusCode()).isEqualTo(200);
        Socket halfABody = SLOW.getLast();
        halfABody.setSoTimeout(60_000);
        String end =
                new String(halfABody.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertThat(end).startsWith("HTTP/1.1 408").contains("Connection: close");
    }

    @BeforeAll
    static void slowOnes() throws IOException {
        for (int i = 0; i < 100; i++) {
            Socket socket =
                    new Socket(InetAddress.getLoopbackAddress(), RunningCa.ca().uri().getPort());
            SLOW.add(socket);
            String begun =
                    i % 2 == 0
                            ? "POST /ocsp HTTP/1.1\r\nHost: x\r\nContent-Le"
                            : "POST /ocsp HTTP/1.1\r\nHost: x\r\nContent-Length: 200\r\n\r\n0";
            socket.getOutputStream().write(begun.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    @AfterAll
    static void endOfTheSlowOnes() throws IOException {
        for (Socket socket : SLOW) {
            socket.close();
        }
    }

    @Test
    void theEnvironmentStandsInForOptions() {
        StringWriter said = new StringWriter();
        int status =
                PkiCaCommand.commandLine(Map.of("PKI_CA_PORT", "many"))
                        .setErr(new PrintWriter(said))
                        .execute();
        assertThat(status).isEqualTo(2);
        assertThat(said.toString()).contains("--port", "many");
        StringWriter help = new StringWriter();
        PkiCaCommand.commandLine(Map.of()).setOut(new PrintWriter(help)).execute("--help");
        assertThat(help.toString())
                .contains("PKI_CA_PUBLIC_URL", "--public-url", "PKI_CA_DATABASE", "PKI_CA_KEK")
                .contains("PKI_CA_OCSP_VALIDITY")
                .doesNotContain("PKI_CA_HELP");
    }

    private static long count(JsonNode overview, String profile, String state) {
        for (JsonNode count : overview.path("counts")) {
            if (count.path("profile").asString().equals(profile)
                    && count.path("state").asString().equals(state)) {
                return count.path("count").asLong();
            }
        }
        return 0;
    }

    private static JsonNode forecast(JsonNode overview, String profile) {
        for (JsonNode forecast : overview.path("expiring")) {
            if (forecast.path("profile").asString().equals(profile)) {
                return forecast;
            }
        }
        throw new AssertionError("no forecast for " + profile);
    }

    private static String hex(Certificate certificate) {
        return certificate.fields().serial().toString(16);
    }

    private static String base64(Bytes octets) {
        return java.net.URLEncoder.encode(
                Base64.getEncoder().encodeToString(octets.toArray()), StandardCharsets.UTF_8);
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
