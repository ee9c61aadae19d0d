package org.plugcharge.tool.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Two OpenSSL programs talk, this test listens in between and opens what it heard with the client's
 * key log.
 */
class TlsReaderPeerTest {

    private static final String SAID = "the car said this\n";

    @TempDir private static Path folder = Path.of("");

    /** Octets of one direction, in the order in which both directions were heard. */
    private record Heard(boolean fromClient, Bytes octets) {}

    @BeforeAll
    static void aCertificate() throws Exception {
        assumeTrue(works("openssl", "version"), "skipped: no openssl");
        assertThat(
                        works(
                                "openssl",
                                "req",
                                "-x509",
                                "-newkey",
                                "ec",
                                "-pkeyopt",
                                "ec_paramgen_curve:P-256",
                                "-nodes",
                                "-subj",
                                "/CN=station",
                                "-keyout",
                                folder.resolve("key").toString(),
                                "-out",
                                folder.resolve("cert").toString()))
                .isTrue();
    }

    private static boolean works(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-tls1_2, -cipher, ECDHE-ECDSA-AES128-SHA256, TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256",
        "-tls1_2, -cipher, ECDHE-ECDSA-AES256-SHA384, TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384",
        "-tls1_2, -cipher, ECDHE-ECDSA-AES128-GCM-SHA256,"
                + " TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
        "-tls1_2, -cipher, ECDHE-ECDSA-CHACHA20-POLY1305,"
                + " TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
        "-tls1_3, -ciphersuites, TLS_AES_128_GCM_SHA256, TLS_AES_128_GCM_SHA256",
        "-tls1_3, -ciphersuites, TLS_AES_256_GCM_SHA384, TLS_AES_256_GCM_SHA384",
        "-tls1_3, -ciphersuites, TLS_CHACHA20_POLY1305_SHA256, TLS_CHACHA20_POLY1305_SHA256",
    })
    void whatBothSaidIsRead(String version, String option, String cipher, String suite)
            throws Exception {
        Path keys = folder.resolve(suite + version + ".keys");
        List<Heard> heard = listen(keys, version, option, cipher);
        String log = Files.readString(keys);
        Found found = read(heard, log);
        assertThat(found.agreed()).isEqualTo(suite);
        assertThat(found.client()).isEqualTo(SAID);
        assertThat(found.server()).contains("siht dias rac eht");
        assertThat(found.certificates()).contains("CN=station");
        assertThat(found.sealed()).isEmpty();

        // Some programs log no handshake secrets.
        Found less =
                read(
                        heard,
                        log.lines()
                                .filter(line -> !line.contains("HANDSHAKE"))
                                .collect(Collectors.joining("\n")));
        assertThat(less.client()).isEqualTo(SAID);
        Found nothing = read(heard, "");
        assertThat(nothing.client()).isEmpty();
        assertThat(nothing.sealed()).isNotEmpty().allMatch(reason -> reason.contains("key log"));
        Found changed =
                read(
                        heard,
                        log.lines()
                                .map(TlsReaderPeerTest::otherSecret)
                                .collect(Collectors.joining("\n")));
        assertThat(changed.client()).isEmpty();
    }

    private static String otherSecret(String line) {
        return line.substring(0, line.length() - 1) + (line.endsWith("0") ? "1" : "0");
    }

    private record Found(
            String agreed,
            String client,
            String server,
            String certificates,
            List<String> sealed) {}

    private static Found read(List<Heard> heard, String log) {
        KeyLog keyLog = new KeyLog();
        keyLog.add(log);
        TlsReader reader = new TlsReader(keyLog);
        StringBuilder client = new StringBuilder();
        StringBuilder server = new StringBuilder();
        StringBuilder agreed = new StringBuilder();
        StringBuilder certificates = new StringBuilder();
        List<String> sealed = new ArrayList<>();
        for (Heard one : heard) {
            for (TlsEvent event : reader.feed(one.fromClient(), one.octets())) {
                switch (event) {
                    case TlsEvent.Plaintext plain ->
                            (plain.fromClient() ? client : server)
                                    .append(
                                            new String(
                                                    plain.octets().toArray(),
                                                    StandardCharsets.US_ASCII));
                    case TlsEvent.Agreed found -> agreed.append(found.suite());
                    case TlsEvent.Certificates found -> certificates.append(found.subjects());
                    case TlsEvent.Sealed found -> sealed.add(found.reason());
                    case TlsEvent.Alert _ -> {}
                }
            }
        }
        return new Found(
                agreed.toString(),
                client.toString(),
                server.toString(),
                certificates.toString(),
                sealed);
    }

    private static List<Heard> listen(Path keys, String version, String option, String cipher)
            throws Exception {
        List<Heard> heard = new ArrayList<>();
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Process server =
                new ProcessBuilder(
                                "openssl",
                                "s_server",
                                "-accept",
                                "127.0.0.1:" + port,
                                "-rev",
                                "-key",
                                folder.resolve("key").toString(),
                                "-cert",
                                folder.resolve("cert").toString(),
                                version)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (ServerSocket between = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process client =
                    new ProcessBuilder(
                                    "openssl",
                                    "s_client",
                                    "-quiet",
                                    "-connect",
                                    "127.0.0.1:" + between.getLocalPort(),
                                    version,
                                    option,
                                    cipher,
                                    "-keylogfile",
                                    keys.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            try (Socket near = between.accept();
                    Socket far = connect(port)) {
                Thread up = Thread.ofVirtual().start(() -> pump(near, far, true, heard));
                Thread down = Thread.ofVirtual().start(() -> pump(far, near, false, heard));
                client.getOutputStream().write(SAID.getBytes(StandardCharsets.US_ASCII));
                client.getOutputStream().flush();
                for (int tenths = 0; tenths < 300 && !answered(heard, keys); tenths++) {
                    TimeUnit.MILLISECONDS.sleep(100);
                }
                client.destroy();
                up.join(TimeUnit.SECONDS.toMillis(10));
                far.shutdownInput();
                down.join(TimeUnit.SECONDS.toMillis(10));
            }
        } finally {
            server.destroy();
        }
        synchronized (heard) {
            return List.copyOf(heard);
        }
    }

    private static boolean answered(List<Heard> heard, Path keys) throws IOException {
        synchronized (heard) {
            return Files.exists(keys)
                    && read(heard, Files.readString(keys)).server().contains("\n");
        }
    }

    private static Socket connect(int port) throws Exception {
        for (int tries = 0; tries < 100; tries++) {
            try {
                return new Socket(InetAddress.getLoopbackAddress(), port);
            } catch (IOException _) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new IOException("openssl s_server does not listen on " + port);
    }

    private static void pump(Socket from, Socket to, boolean fromClient, List<Heard> heard) {
        byte[] buffer = new byte[4_096];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                synchronized (heard) {
                    heard.add(new Heard(fromClient, Bytes.of(buffer, 0, count)));
                }
                out.write(buffer, 0, count);
                out.flush();
            }
        } catch (IOException _) {
            // One of them has closed.
        }
    }

    @Test
    void rubbishIsSealedAndNothingElse() {
        TlsReader reader = new TlsReader(new KeyLog());
        assertThat(reader.feed(true, Bytes.fromHex("160301ffff00")))
                .singleElement()
                .isInstanceOf(TlsEvent.Sealed.class);
        assertThat(reader.feed(true, Bytes.fromHex("1603010001"))).isEmpty();
        assertThat(new TlsReader(new KeyLog()).feed(false, Bytes.fromHex("160303000402ffffff")))
                .isNotNull();
    }
}
