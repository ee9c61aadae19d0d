package org.plugcharge.certs.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.Pem;
import org.plugcharge.certs.TestPki;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** OpenSSL's client against our station. */
class TlsOpensslPeerTest {

    private final TestPki pki = TestPki.create(1, Instant.now());

    @TempDir Path directory;

    @BeforeAll
    static void openssl() throws Exception {
        boolean there;
        try {
            there = new ProcessBuilder("openssl", "version").start().waitFor() == 0;
        } catch (IOException e) {
            there = false;
        }
        assumeTrue(there, "skipped: no openssl");
    }

    @Test
    void opensslAgreesOnTheSuiteAndVerifiesTheChain() throws Exception {
        Path root =
                Files.writeString(
                        directory.resolve("root.pem"),
                        Pem.ofCertificates(List.of(pki.certificate(Iso2Profile.V2G_ROOT).der())));
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process openssl =
                    new ProcessBuilder(
                                    "openssl",
                                    "s_client",
                                    "-connect",
                                    "127.0.0.1:" + listener.getLocalPort(),
                                    "-tls1_2",
                                    "-cipher",
                                    "ECDHE-ECDSA-AES128-SHA256",
                                    "-CAfile",
                                    root.toString(),
                                    "-verify_return_error",
                                    "-purpose",
                                    "any",
                                    "-servername",
                                    "fe80::1%eth0",
                                    "-brief",
                                    "-ign_eof")
                            .redirectErrorStream(true)
                            .start();
            try (Socket socket = listener.accept()) {
                TlsSummary agreed = serve(socket, "good bye\n");
                assertThat(agreed.cipherSuite())
                        .isEqualTo("TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256");
            }
            String said =
                    new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(openssl.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(said)
                    .contains("ECDHE-ECDSA-AES128-SHA256")
                    .contains("Verification: OK")
                    .contains("good bye");
        }
    }

    /** Row 10: a client that wants to renegotiate is told no, and the connection goes on. */
    @Test
    void renegotiationIsRefused() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process openssl =
                    new ProcessBuilder(
                                    "openssl",
                                    "s_client",
                                    "-connect",
                                    "127.0.0.1:" + listener.getLocalPort(),
                                    "-tls1_2",
                                    "-cipher",
                                    "ECDHE-ECDSA-AES128-SHA256")
                            .redirectErrorStream(true)
                            .start();
            try (Socket socket = listener.accept()) {
                socket.setSoTimeout(20_000);
                TlsEngine server = station();
                handshake(server, socket);
                openssl.getOutputStream().write("R\n".getBytes(StandardCharsets.US_ASCII));
                openssl.getOutputStream().flush();
                byte[] buffer = new byte[4096];
                int length = socket.getInputStream().read(buffer);
                server.receive(buffer, 0, length);
                assertThat(server.established()).isTrue();
                assertThat(server.plaintext()).isEmpty();
                byte[] refusal = server.output();
                assertThat(refusal).as("a warning alert").isNotEmpty();
                assertThat(refusal[0]).isEqualTo((byte) 21);
                socket.getOutputStream().write(refusal);
                socket.shutdownOutput();
            }
            String said =
                    new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said).contains("RENEGOTIATING").contains("no renegotiation");
        }
    }

    private TlsEngine station() {
        return TlsEngine.server(
                new ServerProfile(List.of(TlsEngineTest.identity(pki))), new SecureRandom());
    }

    private static void handshake(TlsEngine server, Socket socket) throws IOException {
        byte[] buffer = new byte[4096];
        while (!server.established()) {
            int length = socket.getInputStream().read(buffer);
            assertThat(length).as("the peer went away in the handshake").isPositive();
            server.receive(buffer, 0, length);
            socket.getOutputStream().write(server.output());
        }
    }

    private TlsSummary serve(Socket socket, String text) throws IOException {
        TlsEngine server = station();
        OutputStream out = socket.getOutputStream();
        handshake(server, socket);
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        server.send(octets, 0, octets.length);
        server.close();
        out.write(server.output());
        return server.summary().orElseThrow();
    }
}
