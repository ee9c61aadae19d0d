package org.plugcharge.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plugcharge.ca.RunningCa.Answer;
import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.Pem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The running CA, asked and judged by OpenSSL. */
class OcspPeerTest {

    @TempDir private static Path directory;

    @BeforeAll
    static void files() throws IOException, InterruptedException {
        boolean found;
        try {
            found = run("openssl", "version").startsWith("0 ");
        } catch (IOException e) {
            found = false;
        }
        assumeTrue(found, "skipped: no openssl in PATH");
        for (Iso2Profile profile : Iso2Profile.authorities()) {
            Certificate certificate = RunningCa.ca().authority(profile);
            Files.writeString(file(profile.id()), Pem.of(Pem.CERTIFICATE, certificate.der()));
        }
        Files.writeString(
                file("untrusted"),
                Files.readString(file("iso2.cpo-sub-ca-1"))
                        + Files.readString(file("iso2.cpo-sub-ca-2")));
    }

    @Test
    void opensslVerifiesWhatOpensslAskedFor() throws IOException, InterruptedException {
        String key = directory.resolve("key.pem").toString();
        String csr = directory.resolve("csr.pem").toString();
        run(
                "openssl",
                "req",
                "-new",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-subj",
                "/CN=not believed/O=nobody",
                "-keyout",
                key,
                "-out",
                csr);
        Answer answer =
                RunningCa.post(
                        RunningCa.CSMS,
                        "/api/v1/enrol/secc-leaf",
                        """
                        {"csr": "%s", "commonName": "DE*PNC*E0PEER"}\
                        """
                                .formatted(Files.readString(Path.of(csr)).replace("\n", "\\n")));
        assertThat(answer.status()).isEqualTo(201);
        Files.writeString(file("leaf"), answer.text("chain"));
        assertThat(
                        run(
                                "openssl",
                                "verify",
                                "-x509_strict",
                                "-CAfile",
                                file("iso2.v2g-root").toString(),
                                "-untrusted",
                                file("untrusted").toString(),
                                file("leaf").toString()))
                .startsWith("0 ");
        assertThat(
                        run(
                                "openssl",
                                "x509",
                                "-in",
                                file("leaf").toString(),
                                "-noout",
                                "-subject",
                                "-nameopt",
                                "RFC2253"))
                .contains("DC=CPO", "CN=DE*PNC*E0PEER")
                .doesNotContain("not believed");
        assertThat(ocsp("leaf", "iso2.cpo-sub-ca-2"))
                .contains("Response verify OK", "leaf.pem: good");

        RunningCa.post(
                RunningCa.CSMS,
                "/api/v1/revoke",
                """
                {"issuer": "iso2.cpo-sub-ca-2", "serial": "%s", "reason": "keyCompromise"}\
                """
                        .formatted(answer.text("serial")));
        assertThat(ocsp("leaf", "iso2.cpo-sub-ca-2"))
                .contains("Response verify OK", "leaf.pem: revoked", "Reason: keyCompromise");
    }

    @Test
    void opensslAsksAboutSubCasOneByOne() throws IOException, InterruptedException {
        assertThat(ocsp("iso2.cpo-sub-ca-2", "iso2.cpo-sub-ca-1"))
                .contains("Response verify OK", ": good");
        assertThat(ocsp("iso2.cpo-sub-ca-1", "iso2.v2g-root"))
                .contains("Response verify OK", ": good");
    }

    @Test
    void anUnknownSerialIsUnknown() throws IOException, InterruptedException {
        assertThat(
                        run(
                                "openssl",
                                "ocsp",
                                "-issuer",
                                file("iso2.v2g-root").toString(),
                                "-serial",
                                "0x4711",
                                "-url",
                                RunningCa.ca().uri() + "/ocsp",
                                "-CAfile",
                                file("iso2.v2g-root").toString(),
                                "-timeout",
                                "10"))
                .contains("Response verify OK", "0x4711: unknown");
    }

    /**
     * With a nonce, which OpenSSL compares; SHA-1 ids are its default, SHA-256 is asked for as
     * well.
     */
    private static String ocsp(String certificate, String issuer)
            throws IOException, InterruptedException {
        String sha1 = ocsp(certificate, issuer, "-sha1");
        String sha256 = ocsp(certificate, issuer, "-sha256");
        assertThat(sha1).startsWith("0 ").doesNotContain("WARNING");
        assertThat(sha256).startsWith("0 ").doesNotContain("WARNING");
        return sha256;
    }

    private static String ocsp(String certificate, String issuer, String hash)
            throws IOException, InterruptedException {
        return run(
                "openssl",
                "ocsp",
                hash,
                "-issuer",
                file(issuer).toString(),
                "-cert",
                file(certificate).toString(),
                "-url",
                RunningCa.ca().uri() + "/ocsp",
                "-CAfile",
                file("iso2.v2g-root").toString(),
                "-verify_other",
                file("untrusted").toString(),
                "-timeout",
                "10");
    }

    private static Path file(String name) {
        return directory.resolve(name + ".pem");
    }

    /** Exit status, a blank and the output. */
    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + output;
    }
}
