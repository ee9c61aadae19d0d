package org.plugcharge.csms;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plugcharge.certs.Iso2Profile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** What a peer may do wrong, and that the next one does not notice. */
class HostileHostTest {

    private static final String HEARTBEAT = "[2,\"h\",\"Heartbeat\",{}]";

    private static World world;
    private static Csms csms;
    private static HttpClient client;

    @BeforeAll
    static void begin() throws Exception {
        world = new World();
        csms = Csms.start(world.options());
        KeyStore roots = KeyStore.getInstance(KeyStore.getDefaultType());
        roots.load(null);
        roots.setCertificateEntry(
                "root",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(
                                new ByteArrayInputStream(
                                        world.pki
                                                .certificate(Iso2Profile.OPERATOR_ROOT)
                                                .der()
                                                .toArray())));
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(roots);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        client = HttpClient.newBuilder().sslContext(tls).build();
    }

    @AfterAll
    static void end() throws IOException {
        client.shutdownNow();
        csms.close();
        world.close();
    }

    @Test
    void wrongDoorsHaveTheirStatus() {
        assertThat(
                        refusal(
                                "/ocpp/" + World.STATION,
                                World.STATION,
                                "wrong-password-here",
                                "ocpp2.0.1"))
                .isEqualTo(401);
        assertThat(refusal("/ocpp/CS-9999", "CS-9999", World.PASSWORD, "ocpp2.0.1")).isEqualTo(401);
        assertThat(refusal("/ocpp/CS-9999", World.STATION, World.PASSWORD, "ocpp2.0.1"))
                .isEqualTo(401);
        assertThat(refusal("/ocpp/" + World.STATION, World.STATION, World.PASSWORD, "ocpp1.6"))
                .isEqualTo(400);
        assertThat(refusal("/elsewhere", World.STATION, World.PASSWORD, "ocpp2.0.1"))
                .isEqualTo(404);
        assertThat(refusal("/ocpp/%00%zz", World.STATION, World.PASSWORD, "ocpp2.0.1"))
                .isEqualTo(404);
    }

    @Test
    void guessingIsSlowedDownForTheGuesserOnly() throws Exception {
        csms.stations()
                .register(
                        CsmsOptions.TENANT,
                        "CS-GUESSED",
                        World.PASSWORD,
                        java.util.Optional.empty());
        for (int i = 0; i < 10; i++) {
            assertThat(
                            refusal(
                                    "/ocpp/CS-GUESSED",
                                    "CS-GUESSED",
                                    "guess-number-" + i + "-xxxx",
                                    "ocpp2.0.1"))
                    .isEqualTo(401);
        }
        assertThat(refusal("/ocpp/CS-GUESSED", "CS-GUESSED", World.PASSWORD, "ocpp2.0.1"))
                .isEqualTo(429);
        try (Peer peer = peer("CS-OTHER")) {
            assertThat(peer.ask(HEARTBEAT)).isNotEmpty();
        }
    }

    @Test
    void badFramesGetErrorsAndTheConnectionStays() throws Exception {
        try (Peer peer = peer("CS-BAD")) {
            assertThat(peer.ask("nonsense")).startsWith("[4,\"-1\",\"RpcFrameworkError\"");
            assertThat(peer.ask("[2,\"a\",\"Heartbeat\",{\"x\":1}]"))
                    .startsWith("[4,\"a\",\"PropertyConstraintViolation\"");
            assertThat(
                            peer.ask(
                                    "[2,\"b\",\"Heartbeat\",{\"customData\":"
                                            + "{\"a\":".repeat(10_000)
                                            + "1"
                                            + "}".repeat(10_000)
                                            + "}]"))
                    .startsWith("[4,\"b\",\"FormatViolation\"");
            assertThat(
                            peer.ask(
                                    "[2,\"c\",\"Heartbeat\",{\"customData\":{\"a\":\""
                                            + "A".repeat(300_000)
                                            + "\"}}]"))
                    .startsWith("[4,\"-1\",\"RpcFrameworkError\"");
            assertThat(peer.ask(HEARTBEAT)).startsWith("[4,\"h\",\"SecurityError\"");
            assertThat(
                            peer.ask(
                                    "[2,\"boot\",\"BootNotification\",{\"reason\":\"PowerUp\",\"chargingStation\":"
                                        + "{\"model\":\"M\",\"vendorName\":\"V\"}}]"))
                    .startsWith("[3,\"boot\",");
            assertThat(peer.ask("[2,\"h2\",\"Heartbeat\",{}]")).startsWith("[3,\"h2\",");
            assertThat(
                            peer.ask(
                                    "[2,\"s\",\"SignCertificate\",{\"csr\":\"-----BEGIN CERTIFICATE"
                                        + " REQUEST-----\\nAAAA\\n-----END CERTIFICATE"
                                        + " REQUEST-----\",\"certificateType\":\"V2GCertificate\"}]"))
                    .contains("Rejected");
            assertThat(
                            peer.ask(
                                    "[2,\"z\",\"Authorize\",{\"idToken\":{\"idToken\":\"${jndi:ldap://127.0.0.1:1/x}\",\"type\":"
                                        + "\"eMAID\"},\"certificate\":\"x\"}]"))
                    .contains("CertChainError")
                    .contains("Invalid");
        }
    }

    @Test
    void tooMuchEndsTheConnectionAndNobodyElses() throws Exception {
        try (Peer good = peer("CS-GOOD");
                Peer bad = peer("CS-FLOOD")) {
            bad.socket().sendText("A".repeat(600 * 1024), true);
            assertThat(bad.ended()).isTrue();
            try (Peer binary = peer("CS-BINARY")) {
                binary.socket().sendBinary(ByteBuffer.wrap(new byte[10]), true);
                assertThat(binary.ended()).isTrue();
            }
            assertThat(good.ask(HEARTBEAT)).isNotEmpty();
        }
    }

    @Test
    void theNewestConnectionIsTheStations() throws Exception {
        try (Peer older = peer("CS-TWICE");
                Peer newer = peer("CS-TWICE")) {
            assertThat(older.ended()).isTrue();
            assertThat(newer.ask(HEARTBEAT)).isNotEmpty();
        }
    }

    private static int refusal(String path, String user, String password, String subprotocol) {
        try {
            connect(path, user, password, subprotocol, new Peer())
                    .get(60, TimeUnit.SECONDS)
                    .abort();
            return 101;
        } catch (ExecutionException e) {
            return e.getCause() instanceof WebSocketHandshakeException handshake
                    ? handshake.getResponse().statusCode()
                    : -1;
        } catch (InterruptedException | java.util.concurrent.TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private static Peer peer(String station) throws Exception {
        csms.stations()
                .register(CsmsOptions.TENANT, station, World.PASSWORD, java.util.Optional.empty());
        Peer peer = new Peer();
        peer.socket =
                connect("/ocpp/" + station, station, World.PASSWORD, "ocpp2.0.1", peer)
                        .get(60, TimeUnit.SECONDS);
        return peer;
    }

    private static CompletableFuture<WebSocket> connect(
            String path,
            String user,
            String password,
            String subprotocol,
            WebSocket.Listener listener) {
        String credentials =
                Base64.getEncoder()
                        .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        String authority = "wss://127.0.0.1:" + csms.ocpp().getPort();
        return client.newWebSocketBuilder()
                .header("Authorization", "Basic " + credentials)
                .subprotocols(subprotocol)
                .buildAsync(URI.create(authority + path.replace("%zz", "%20")), listener);
    }

    private static final class Peer implements WebSocket.Listener, AutoCloseable {

        private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
        private final CompletableFuture<Boolean> end = new CompletableFuture<>();
        private final StringBuilder part = new StringBuilder();
        private @Nullable WebSocket socket;

        WebSocket socket() {
            return java.util.Objects.requireNonNull(socket);
        }

        String ask(String frame) throws InterruptedException {
            var _ = socket().sendText(frame, true).join();
            return String.valueOf(frames.poll(60, TimeUnit.SECONDS));
        }

        boolean ended() throws Exception {
            return end.get(60, TimeUnit.SECONDS);
        }

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                frames.add(part.toString());
                part.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            end.complete(true);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            end.complete(true);
        }

        @Override
        public void close() {
            socket().abort();
        }
    }
}
