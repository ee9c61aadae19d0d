package org.plugcharge.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What {@code v2gpki new} writes, judged by OpenSSL. */
class V2gPkiPeerTest {

    @TempDir private static Path directory;

    private static String table = "";

    @BeforeAll
    static void write() throws IOException, InterruptedException {
        boolean found;
        try {
            found = run("openssl", "version").startsWith("0 ");
        } catch (IOException e) {
            found = false;
        }
        assumeTrue(found, "skipped: no openssl in PATH");
        StringWriter out = new StringWriter();
        int status =
                V2gPki.commandLine()
                        .setOut(new PrintWriter(out))
                        .execute("new", directory.resolve("pki").toString(), "--seed", "peer");
        assertThat(status).isZero();
        table = out.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "seccLeaf, cpoSubCA2, cpoSubCA1, v2gRootCA",
        "contractLeaf, moSubCA2, moSubCA1, moRootCA",
        "oemLeaf, oemSubCA2, oemSubCA1, oemRootCA",
        "cpsLeaf, cpsSubCA2, cpsSubCA1, v2gRootCA"
    })
    void opensslVerifiesEveryChain(String leaf, String sub2, String sub1, String root)
            throws IOException, InterruptedException {
        assertThat(
                        run(
                                "openssl",
                                "verify",
                                "-x509_strict",
                                "-check_ss_sig",
                                "-CAfile",
                                pem(root),
                                "-untrusted",
                                pem(sub1),
                                "-untrusted",
                                pem(sub2),
                                pem(leaf)))
                .startsWith("0 ")
                .endsWith(leaf + "Cert.pem: OK\n");
    }

    @ParameterizedTest
    @CsvSource({
        "seccLeaf, cpoSubCA2, cpoSubCA1, v2gRootCA",
        "contractLeaf, moSubCA2, moSubCA1, moRootCA",
        "oemLeaf, oemSubCA2, oemSubCA1, oemRootCA",
        "vehicleLeaf, vehicleSubCA2, vehicleSubCA1, oemRootCA",
        "cpsLeaf, cpsSubCA2, cpsSubCA1, v2gRootCA"
    })
    void opensslVerifiesEveryChainOfIso20(String leaf, String sub2, String sub1, String root)
            throws IOException, InterruptedException {
        for (String place : List.of("iso15118_20/p521", "iso15118_20/ed448", "lab/iso15118_2")) {
            Path folder = directory.resolve("pki").resolve(place).resolve("certs");
            assertThat(
                            run(
                                    "openssl",
                                    "verify",
                                    "-x509_strict",
                                    "-check_ss_sig",
                                    "-CAfile",
                                    folder.resolve(root + "Cert.pem").toString(),
                                    "-untrusted",
                                    folder.resolve(sub1 + "Cert.pem").toString(),
                                    "-untrusted",
                                    folder.resolve(sub2 + "Cert.pem").toString(),
                                    folder.resolve(leaf + "Cert.pem").toString()))
                    .startsWith("0 ")
                    .endsWith(leaf + "Cert.pem: OK\n");
        }
    }

    @Test
    void opensslVerifiesTheServer() throws IOException, InterruptedException {
        Path beside = directory.resolve("pki/plugcharge");
        assertThat(
                        run(
                                "openssl",
                                "verify",
                                "-x509_strict",
                                "-purpose",
                                "sslserver",
                                "-verify_hostname",
                                "localhost",
                                "-CAfile",
                                beside.resolve("operatorRootCert.pem").toString(),
                                beside.resolve("serverCert.pem").toString()))
                .startsWith("0 ");
    }

    @ParameterizedTest
    @CsvSource({"seccLeaf", "contractLeaf", "oemLeaf", "cpsLeaf", "moSubCA2", "v2gRootCA"})
    void opensslOpensEveryKeyWithThePasswordBesideIt(String name)
            throws IOException, InterruptedException {
        String key = directory.resolve("pki/iso15118_2/private_keys/" + name + ".key").toString();
        String fromKey = run("openssl", "pkey", "-in", key, "-passin", "pass:12345", "-pubout");
        String fromCertificate = run("openssl", "x509", "-in", pem(name), "-noout", "-pubkey");
        assertThat(fromKey).startsWith("0 ").isEqualTo(fromCertificate);
    }

    @Test
    void theTableNamesEveryCertificate() {
        assertThat(table)
                .contains(
                        "v2gRootCACert.der", "seccLeafCert.der", "serverCert.der", "private keys");
    }

    @Test
    void aSecondRunOverwritesNothing() {
        StringWriter err = new StringWriter();
        int status =
                V2gPki.commandLine()
                        .setErr(new PrintWriter(err))
                        .execute("new", directory.resolve("pki").toString());
        assertThat(status).isEqualTo(1);
        assertThat(err.toString()).contains("is not empty");
    }

    private static String pem(String name) {
        return directory.resolve("pki/iso15118_2/certs/" + name + "Cert.pem").toString();
    }

    /** Exit status, a blank and the output. */
    private static String run(String... command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(Arrays.asList(command));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + output;
    }
}
