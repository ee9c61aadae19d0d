package org.plugcharge.certs.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.SoftwareKey;
import org.plugcharge.certs.host.LogMonitor.Seen;
import org.plugcharge.certs.host.LogMonitor.WrongLogException;
import org.plugcharge.certs.log.Frontier;
import org.plugcharge.certs.log.LogEntry;
import org.plugcharge.certs.log.LogFollower;
import org.plugcharge.certs.log.MerkleTree;
import org.plugcharge.certs.log.TreeHead;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Logs that lie, over a socket. */
class LogMonitorHostTest {

    private static final SoftwareKey KEY =
            SoftwareKey.generate(Entropy.seeded(Bytes.of((byte) 7), "log"));
    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicInteger pages = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void anHonestLogIsReadPageByPage() throws Exception {
        serveHead(head(2_500, root(2_500)), KEY);
        serve("entries", this::page);
        try (LogMonitor monitor = monitor()) {
            Seen seen = monitor.follow(Seen.NOTHING);
            assertThat(seen.follower().seen().size()).isEqualTo(2_500);
            assertThat(pages).hasValue(3);
        }
    }

    /** Signed, but larger than anybody can read: no entry is asked for. */
    @ParameterizedTest
    @CsvSource({"1099511627776, at most 10000000", "10000001, at most 10000000"})
    void aHeadThatPromisesTooMuch(long size, String said) {
        serveHead(head(size, root(1)), KEY);
        serve("entries", this::page);
        wrong(said);
        assertThat(pages).hasValue(0);
    }

    @Test
    void ofAHeadThatIsNotSignedNoEntryIsRead() {
        serveHead(
                head(5, root(5)),
                SoftwareKey.generate(Entropy.seeded(Bytes.of((byte) 7), "stranger")));
        serve("entries", this::page);
        wrong("not signed");
        assertThat(pages).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 00, its head is none", "9223372036854775807, 00, its head is none",
        "1, 00, its head is none", "1, xx, expected hex in root"
    })
    void aHeadThatIsNone(long size, String root, String said) {
        serve(
                "head",
                http ->
                        answer(
                                http,
                                """
                                {"timestamp": 1, "size": %d, "root": "%s", "signature": "00", "key": "00"}\
                                """
                                        .formatted(size, root)));
        wrong(said);
    }

    @Test
    void aFieldWithoutEnd() {
        serve(
                "head",
                http ->
                        answer(
                                http,
                                "{\"timestamp\": 1, \"size\": 1, \"root\": \""
                                        + "00".repeat(50_000)
                                        + "\"}"));
        wrong("root is longer than 512 characters");
    }

    /** One entry at a time would be asked for as long as the log likes. */
    @ParameterizedTest
    @CsvSource({"0, shows 0 of the 5", "1, shows 1 of the 5", "6, shows 6 of the 5"})
    void pagesThatAreNotWhole(int shown, String said) {
        serveHead(head(5, root(5)), KEY);
        serve(
                "entries",
                http -> {
                    pages.incrementAndGet();
                    answer(http, entries(0, shown));
                });
        wrong(said);
        assertThat(pages).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({"31, commitment of 32", "33, commitment of 32", "5000, longer than 512"})
    void anEntryOfAnotherSize(int octets, String said) {
        serveHead(head(1, root(1)), KEY);
        serve(
                "entries",
                http ->
                        answer(
                                http,
                                """
                                {"entries": [{"timestamp": 1, "commitment": "%s"}]}\
                                """
                                        .formatted("ab".repeat(octets))));
        wrong(said);
    }

    @Test
    void aProofWithoutEnd() throws Exception {
        serveHead(head(2, root(2)), KEY);
        serve(
                "consistency",
                http ->
                        answer(
                                http,
                                "{\"proof\": ["
                                        + IntStream.range(0, 1_000)
                                                .mapToObj(i -> "\"" + "00".repeat(32) + "\"")
                                                .collect(Collectors.joining(","))
                                        + "]}"));
        Frontier one = LogFollower.grown(Frontier.EMPTY, List.of(entry(0)));
        Seen before =
                new Seen(new LogFollower(one, 1), java.util.Optional.of(KEY.publicKey().spki()));
        try (LogMonitor monitor = monitor()) {
            assertThatThrownBy(() -> monitor.follow(before))
                    .isInstanceOf(WrongLogException.class)
                    .hasMessageContaining("a proof of more than 128 hashes");
        }
    }

    @Test
    void aPlaceThatIsNone() {
        serve(
                "certificates",
                http ->
                        answer(
                                http,
                                """
                                {"index": 0, "size": 1, "timestamp": 1, "salt": "00", "proof": []}\
                                """));
        try (LogMonitor monitor = monitor()) {
            assertThatThrownBy(() -> monitor.find(Bytes.of((byte) 48), LogFollower.NEW))
                    .isInstanceOf(WrongLogException.class)
                    .hasMessageContaining("salt of 32 octets");
        }
    }

    /** However fast or slow it comes, it is not read to an end it does not have. */
    @Test
    void anAnswerWithoutEnd() {
        serve(
                "head",
                http -> {
                    http.sendResponseHeaders(200, 0);
                    try (OutputStream body = http.getResponseBody()) {
                        while (over.getCount() > 0) {
                            body.write(
                                    "[[[[[[[[".repeat(1_000).getBytes(StandardCharsets.US_ASCII));
                        }
                    }
                });
        try (LogMonitor monitor = monitor()) {
            assertThatThrownBy(() -> monitor.follow(Seen.NOTHING))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no answer of at most");
        }
    }

    @Test
    void anAnswerThatStopsInTheMiddle() {
        serve(
                "head",
                http -> {
                    http.sendResponseHeaders(200, 100);
                    http.getResponseBody().write('{');
                    http.getResponseBody().flush();
                    await();
                });
        try (LogMonitor monitor = new LogMonitor(uri(), 10, Duration.ofMillis(300))) {
            assertThatThrownBy(() -> monitor.follow(Seen.NOTHING))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no whole answer within PT0.3S");
        }
    }

    private void wrong(String said) {
        try (LogMonitor monitor = monitor()) {
            assertThatThrownBy(() -> monitor.follow(Seen.NOTHING))
                    .isInstanceOf(WrongLogException.class)
                    .hasMessageContaining(said);
        }
    }

    private LogMonitor monitor() {
        return new LogMonitor(uri(), LogMonitor.MAX_NEW, LONG);
    }

    private URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private interface Handler {
        void handle(HttpExchange http) throws IOException;
    }

    private void serve(String path, Handler handler) {
        server.createContext("/api/v1/log/" + path, handler::handle);
    }

    private void serveHead(TreeHead head, SoftwareKey signer) {
        String text =
                """
                {"timestamp": %d, "size": %d, "root": "%s", "signature": "%s", "key": "%s"}\
                """
                        .formatted(
                                head.at(),
                                head.size(),
                                head.root().toHex(),
                                signer.signDer(head.octets()).toHex(),
                                KEY.publicKey().spki().toHex());
        serve("head", http -> answer(http, text));
    }

    private void page(HttpExchange http) throws IOException {
        pages.incrementAndGet();
        String[] query = http.getRequestURI().getQuery().split("[=&]", -1);
        answer(http, entries(Integer.parseInt(query[1]), Integer.parseInt(query[3])));
    }

    private static void answer(HttpExchange http, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.US_ASCII);
        http.sendResponseHeaders(200, body.length);
        try (OutputStream stream = http.getResponseBody()) {
            stream.write(body);
        }
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String entries(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i ->
                        """
                        {"timestamp": %d, "commitment": "%s"}\
                        """
                                .formatted(entry(i).loggedAt(), entry(i).commitment().toHex()))
                .collect(Collectors.joining(",", "{\"entries\": [", "]}"));
    }

    private static LogEntry entry(int i) {
        return new LogEntry(i, MerkleTree.leafHash(Bytes.of((byte) i, (byte) (i >> 8))));
    }

    private static TreeHead head(long size, Bytes root) {
        return new TreeHead(5, size, root);
    }

    private static Bytes root(int size) {
        List<LogEntry> all = IntStream.range(0, size).mapToObj(i -> entry(i)).toList();
        return LogFollower.grown(Frontier.EMPTY, all).root();
    }
}
