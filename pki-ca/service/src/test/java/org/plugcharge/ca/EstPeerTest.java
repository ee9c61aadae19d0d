package org.plugcharge.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** EST as an outside client has it: keys and CSRs by OpenSSL, answers read and verified by it. */
class EstPeerTest {

    @TempDir private static Path directory;

    @BeforeAll
    static void openssl() throws IOException, InterruptedException {
        boolean found;
        try {
            found = run("openssl", "version").startsWith("0 ");
        } catch (IOException e) {
            found = false;
        }
        assumeTrue(found, "skipped: no openssl in PATH");
    }

    @ParameterizedTest
    @CsvSource({
        "/.well-known/est/cpo/simpleenroll/ISO15118-2, /.well-known/est/cpo/cacerts/ISO15118-2,"
                + " P-256",
        "/.well-known/est/pnc-cpo/simpleenroll/ISO15118-20,"
                + " /.well-known/est/cpo/cacerts/ISO15118-20/secp521r1, P-521",
        "/cpo/simpleenroll/ISO15118-2, /cpo/cacerts/ISO15118-2, P-256",
        "/.well-known/cpo/simpleenroll, /.well-known/cpo/cacerts, P-256",
        "/.well-known/cpo/simpleenroll, /.well-known/cpo/cacerts, ed448",
        "/.well-known/est/simpleenroll, /.well-known/est/cacerts, P-256"
    })
    void everyStyleOfPathEnrolsAStation(String enrol, String cacerts, String key)
            throws IOException, InterruptedException {
        Path csr = csr(key, "/CN=DE*PNC*E00077/O=Somebody/DC=MO");
        HttpResponse<byte[]> answer = post(enrol, RunningCa.CSMS, body(csr));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/pkcs7-mime; smime-type=certs-only");
        Path leaf = file("leaf.pem");
        Files.writeString(leaf, certificates(answer));
        assertThat(Files.readString(leaf)).containsOnlyOnce("BEGIN CERTIFICATE");
        assertThat(run("openssl", "x509", "-in", leaf.toString(), "-noout", "-subject"))
                .contains("CN = DE*PNC*E00077", "DC = CPO")
                .doesNotContain("Somebody", "DC = MO");
        Path authorities = file("cas.pem");
        Files.writeString(
                authorities, certificates(RunningCa.octets(RunningCa.request(cacerts).build())));
        assertThat(
                        run(
                                "openssl",
                                "verify",
                                "-x509_strict",
                                "-CAfile",
                                authorities.toString(),
                                leaf.toString()))
                .startsWith("0 ");
    }

    @ParameterizedTest
    @CsvSource({
        "mo, pool-token-0123456789, DEPNC000000077, ISO15118-2, P-256",
        "oem, maker-token-0123456789, WPCTESTVEHICLE077, ISO15118-2, P-256",
        "veh, maker-token-0123456789, WPC-V-TESTVEHICLE0770000-0, ISO15118-20, P-521",
        "cps, pool-token-0123456789, CPS 77, ISO15118-20, ed448"
    })
    void everyLabelHasItsCertificate(
            String label, String token, String name, String version, String key)
            throws IOException, InterruptedException {
        Path csr = csr(key, "/CN=" + name);
        String path = "/.well-known/est/" + label + "/simpleenroll/" + version;
        HttpResponse<byte[]> answer = post(path, token, body(csr));
        assertThat(answer.statusCode()).isEqualTo(200);
        Path leaf = file("leaf.pem");
        Files.writeString(leaf, certificates(answer));
        assertThat(run("openssl", "x509", "-in", leaf.toString(), "-noout", "-subject"))
                .contains("CN = " + name);
    }

    /** RFC 7617, as most EST clients authenticate; and a renewal of what was issued. */
    @Test
    void aRenewalByNameAndToken() throws IOException, InterruptedException {
        String basic =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        ("csms:" + RunningCa.CSMS)
                                                .getBytes(StandardCharsets.US_ASCII));
        String path = "/.well-known/est/cpo/simplereenroll/ISO15118-2";
        Path csr = csr("P-256", "/CN=DE*PNC*E00078");
        assertThat(send(path, basic, "application/pkcs10", body(csr)).statusCode()).isEqualTo(404);
        post("/cpo/simpleenroll/ISO15118-2", RunningCa.CSMS, body(csr));
        HttpResponse<byte[]> first = send(path, basic, "application/pkcs10", body(csr));
        HttpResponse<byte[]> second = send(path, basic, "application/pkcs10", body(csr));
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.body()).isNotEqualTo(first.body());
    }

    @Test
    void whatACsrMustLookLike() throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                RunningCa.octets(
                        RunningCa.request("/.well-known/est/cpo/csrattrs/ISO15118-20").build());
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/csrattrs");
        Path der = file("attributes.der");
        Files.write(der, Base64.getMimeDecoder().decode(answer.body()));
        assertThat(run("openssl", "asn1parse", "-inform", "DER", "-in", der.toString()))
                .contains("id-ecPublicKey", "secp521r1", "ecdsa-with-SHA512");
    }

    @ParameterizedTest
    @CsvSource({
        "/.well-known/est/mo/simpleenroll, csms-token-0123456789, /CN=DEPNC000000077, 403,"
                + " ca.rights",
        "/.well-known/est/cpo/simpleenroll, csms-token-0123456789, /CN=DE*ICE*E1, 403, ca.rights",
        "/.well-known/est/cpo/simpleenroll, csms-token-0123456789, /O=nobody, 422, ca.common-name",
        "/.well-known/est/cpo/simpleenroll/ISO15118-20, csms-token-0123456789, /CN=DE*PNC*E1, 422,"
                + " rfc7030.key",
        "/.well-known/est/cpo/simpleenroll/ISO15118-3, csms-token-0123456789, /CN=DE*PNC*E1, 404,"
                + " rfc7030.label",
        "/.well-known/est/veh/simpleenroll/ISO15118-2, maker-token-0123456789, /CN=WPC, 404,"
                + " rfc7030.label",
        "/.well-known/est/simpleenroll, admin-token-0123456789, /CN=DE*PNC*E1, 400, rfc7030.label",
        "/.well-known/est/cpo/simpleenroll, nobody-token-0123456789, /CN=DE*PNC*E1, 401,"
                + " http.authentication"
    })
    void refusalsAreProblems(String path, String token, String subject, int status, String rule)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = post(path, token, body(csr("P-256", subject)));
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("\"" + rule + "\"");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("application/problem+json"));
    }

    @Test
    void aCsrThatWantsToBeACaGetsNothing() throws IOException, InterruptedException {
        Path csr = csr("P-256", "/CN=DE*PNC*E1", "basicConstraints=critical,CA:TRUE");
        HttpResponse<byte[]> answer =
                post("/cpo/simpleenroll/ISO15118-2", RunningCa.CSMS, body(csr));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("ca.csr-extension");
    }

    @Test
    void otherWishesAreReported() throws IOException, InterruptedException {
        Path csr =
                csr(
                        "P-256",
                        "/CN=DE*PNC*E00079",
                        "keyUsage=critical,digitalSignature,keyAgreement",
                        "subjectAltName=DNS:evil.example");
        HttpResponse<byte[]> answer =
                post("/cpo/simpleenroll/ISO15118-2", RunningCa.CSMS, body(csr));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Refused-Extensions")).hasValue("2.5.29.17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json", "application/pkcs7-mime"})
    void anotherContentTypeIsNotRead(String type) throws IOException, InterruptedException {
        Path csr = csr("P-256", "/CN=DE*PNC*E1");
        HttpResponse<byte[]> answer =
                send("/cpo/simpleenroll/ISO15118-2", "Bearer " + RunningCa.CSMS, type, body(csr));
        assertThat(answer.statusCode()).isEqualTo(415);
    }

    /** PEM of every certificate OpenSSL finds in the PKCS#7. */
    private static String certificates(HttpResponse<byte[]> answer)
            throws IOException, InterruptedException {
        assertThat(answer.statusCode()).isEqualTo(200);
        Path der = file("answer.p7b");
        Files.write(der, Base64.getMimeDecoder().decode(answer.body()));
        String printed =
                run("openssl", "pkcs7", "-inform", "DER", "-in", der.toString(), "-print_certs");
        assertThat(printed).startsWith("0 ");
        StringBuilder pem = new StringBuilder();
        Matcher block =
                Pattern.compile(
                                "-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----\n",
                                Pattern.DOTALL)
                        .matcher(printed);
        while (block.find()) {
            pem.append(block.group());
        }
        return pem.toString();
    }

    static Path csr(String key, String subject, String... extensions)
            throws IOException, InterruptedException {
        Path keyFile = file("key.pem");
        String made =
                key.equals("ed448")
                        ? run("openssl", "genpkey", "-algorithm", key, "-out", keyFile.toString())
                        : run(
                                "openssl",
                                "genpkey",
                                "-algorithm",
                                "EC",
                                "-pkeyopt",
                                "ec_paramgen_curve:" + key,
                                "-out",
                                keyFile.toString());
        assertThat(made).startsWith("0 ");
        Path csr = file("request.pem");
        java.util.List<String> command =
                new java.util.ArrayList<>(
                        java.util.List.of(
                                "openssl",
                                "req",
                                "-new",
                                "-key",
                                keyFile.toString(),
                                "-subj",
                                subject,
                                "-out",
                                csr.toString()));
        command.add(key.equals("P-521") ? "-sha512" : "-sha256");
        for (String extension : extensions) {
            command.add("-addext");
            command.add(extension);
        }
        assertThat(run(command.toArray(String[]::new))).startsWith("0 ");
        return csr;
    }

    /** Base64 of the DER, as EST has it. */
    private static String body(Path csr) throws IOException {
        return Files.readString(csr).replaceAll("-----[A-Z ]+-----\n", "");
    }

    private static HttpResponse<byte[]> post(String path, String token, String body) {
        return send(path, "Bearer " + token, "application/pkcs10", body);
    }

    private static HttpResponse<byte[]> send(
            String path, String authorization, String type, String body) {
        HttpRequest request =
                RunningCa.request(path)
                        .header("Authorization", authorization)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build();
        return RunningCa.octets(request);
    }

    private static Path file(String name) {
        return directory.resolve(name);
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + output;
    }
}
