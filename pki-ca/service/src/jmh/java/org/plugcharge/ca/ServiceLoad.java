package org.plugcharge.ca;

import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateRequest;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.KeyBackend.KeyId;
import org.plugcharge.certs.OcspQuestion;
import org.plugcharge.certs.Pem;
import org.plugcharge.certs.SigningKey;
import org.plugcharge.certs.SoftwareKey;
import org.plugcharge.certs.SoftwareKeyBackend;
import org.plugcharge.certs.Subject;
import org.plugcharge.exi.Bytes;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * Starts pki-ca.jar with its own PostgreSQL, kept on the disk, and loads it over HTTP: issuance,
 * OCSP live and OCSP signed before, by the clock and by CPU time, each beside the raw signatures of
 * the same run. On a machine that others use too only CPU time says something. Each part warms up
 * as long as it measures. {@code ServiceLoad JAR [SECONDS] [CONNECTIONS] [issuance]}
 */
final class ServiceLoad {

    private static final String TOKEN = "load-token-0123456789";
    private static final int MOST_ENROLMENTS_A_SECOND = 6_000;
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private final Process process;
    private final Path data;
    private final URI uri;
    private final int connections;

    private ServiceLoad(Started service, Path data, int connections) {
        this.process = service.process();
        this.data = data;
        this.uri = service.uri();
        this.connections = connections;
    }

    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 15;
        int connections = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 16;
        Path data = Files.createTempDirectory("pki-ca-load");
        Path clients = Files.writeString(data.resolve("clients"), "load " + TOKEN + " ADMIN\n");
        Started first = start(arguments[0], data, clients);
        System.out.printf("first start, with all CAs made: %s%n", first.took());
        first.process().destroy();
        first.process().waitFor();
        Started service = start(arguments[0], data, clients);
        System.out.printf("start: %s%n", service.took());
        try {
            new ServiceLoad(service, data, connections).run(seconds, arguments.length > 3);
        } finally {
            service.process().destroy();
            service.process().waitFor();
        }
    }

    private record Started(Process process, URI uri, String took) {}

    private static Started start(String jar, Path data, Path clients) throws IOException {
        long begin = System.nanoTime();
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx1g",
                                "-jar",
                                jar,
                                "--port=0",
                                "--data=" + data,
                                "--clients=" + clients)
                        .redirectError(data.resolve("stderr").toFile())
                        .start();
        BufferedReader said =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith("pki-ca listens on ")) {
                String took =
                        "%.1f s, %.1f CPU seconds of the Java process"
                                .formatted(
                                        (System.nanoTime() - begin) / 1e9, cpu(process.toHandle()));
                Thread.ofPlatform().daemon().start(() -> drain(said));
                return new Started(process, URI.create(line.split("[ ,]+", -1)[3]), took);
            }
        }
        throw new IOException("pki-ca did not start: " + Files.readString(data.resolve("stderr")));
    }

    private static void drain(BufferedReader said) {
        try {
            said.lines().forEach(rest -> {});
        } catch (UncheckedIOException e) {
            // The service ended.
        }
    }

    private static double cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    /** CPU seconds of the service and of its PostgreSQL until now. */
    private record Cpu(double service, double database) {

        static final Cpu UNKNOWN = new Cpu(Double.NaN, Double.NaN);

        Cpu since(Cpu before) {
            return new Cpu(service - before.service, database - before.database);
        }

        double sum() {
            return service + database;
        }
    }

    private Cpu cpu() throws IOException {
        long postmaster =
                Long.parseLong(
                        Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                                .getFirst()
                                .strip());
        double database =
                ProcessHandle.of(postmaster).stream()
                        .flatMap(server -> Stream.concat(Stream.of(server), server.children()))
                        .mapToDouble(ServiceLoad::cpu)
                        .sum();
        return new Cpu(cpu(process.toHandle()), database);
    }

    private void run(int seconds, boolean onlyIssuance) throws Exception {
        double signatures = rawSignatures(3);
        System.out.printf(
                "%d cores, %d connections; raw P-256 signatures: %.0f/s by the clock on all"
                        + " cores%n",
                CORES, connections, signatures);
        List<byte[]> enrolments = enrolments(seconds * MOST_ENROLMENTS_A_SECOND);
        report("issued", measure(seconds, enrolments::get, "HTTP/1.1 201"), signatures);
        if (onlyIssuance) {
            return;
        }
        List<OcspQuestion> questions = questions();
        System.out.printf("%d contracts to ask about%n", questions.size());
        SecureRandom random = new SecureRandom();
        report(
                "OCSP live (nonce)",
                measure(
                        seconds,
                        i -> {
                            byte[] nonce = new byte[16];
                            random.nextBytes(nonce);
                            return post(questions.get(i % questions.size()), Optional.of(nonce));
                        },
                        "HTTP/1.1 200"),
                signatures);
        List<byte[]> asked = new ArrayList<>();
        questions.forEach(question -> asked.add(post(question, Optional.empty())));
        report(
                "OCSP signed before",
                measure(seconds, i -> asked.get(i % asked.size()), "HTTP/1.1 200"),
                signatures);
    }

    /** Signatures and nothing else on all cores, a second by the clock. */
    private static double rawSignatures(int seconds) throws Exception {
        Entropy entropy = Entropy.system(new SecureRandom());
        SoftwareKeyBackend backend =
                new SoftwareKeyBackend(
                        SoftwareKeyBackend.Storage.inMemory(), entropy.next(32), entropy, entropy);
        backend.generate(new KeyId("raw"));
        SigningKey key = backend.signingKey(new KeyId("raw"));
        Bytes message = entropy.next(500);
        LongAdder count = new LongAdder();
        for (int round = 0; round < 2; round++) {
            count.reset();
            long end = System.nanoTime() + seconds * 1_000_000_000L;
            inParallel(
                    CORES,
                    thread ->
                            () -> {
                                while (System.nanoTime() < end) {
                                    key.signDer(message);
                                    count.increment();
                                }
                                return thread;
                            });
        }
        return (double) count.sum() / seconds;
    }

    /**
     * What was measured.
     *
     * @param nanos of each answer, sorted
     */
    private record Measured(double seconds, Cpu cpu, List<Long> nanos, long wrong) {}

    private Measured measure(int seconds, IntFunction<byte[]> request, String expected)
            throws Exception {
        AtomicInteger next = new AtomicInteger();
        LongAdder wrong = new LongAdder();
        long begin = System.nanoTime() + seconds * 1_000_000_000L;
        long end = begin + seconds * 1_000_000_000L;
        AtomicReference<Cpu> cpu = new AtomicReference<>(Cpu.UNKNOWN);
        Thread clock =
                Thread.ofPlatform()
                        .start(() -> {
                            LockSupport.parkNanos(begin - System.nanoTime());
                            cpu.set(cpuOrNothing());
                        });
        List<long[]> all =
                inParallel(
                        connections,
                        thread ->
                                () -> {
                                    long[] nanos = new long[1_000_000];
                                    int count = 0;
                                    try (Connection connection = new Connection(uri)) {
                                        long now = System.nanoTime();
                                        while (now < end) {
                                            byte[] octets = request.apply(next.getAndIncrement());
                                            long start = System.nanoTime();
                                            String head = connection.ask(octets);
                                            now = System.nanoTime();
                                            if (!head.startsWith(expected)) {
                                                wrong.increment();
                                            }
                                            if (start >= begin && count < nanos.length) {
                                                nanos[count++] = now - start;
                                            }
                                        }
                                    }
                                    return Arrays.copyOf(nanos, count);
                                });
        List<Long> nanos = all.stream().flatMapToLong(Arrays::stream).sorted().boxed().toList();
        clock.join();
        return new Measured(seconds, cpu().since(cpu.get()), nanos, wrong.sum());
    }

    private Cpu cpuOrNothing() {
        try {
            return cpu();
        } catch (IOException e) {
            return Cpu.UNKNOWN;
        }
    }

    private static void report(String what, Measured measured, double signatures) {
        double count = measured.nanos().size();
        System.out.printf(
                "%-20s %6.0f/s by the clock, p50 %.2f ms, p99 %.2f ms; %.0f a CPU second of service"
                    + " and database (its share %.2f); by the clock %.3f of raw signatures; %d not"
                    + " as expected%n",
                what,
                count / measured.seconds(),
                at(measured, 0.5),
                at(measured, 0.99),
                count / measured.cpu().sum(),
                measured.cpu().database() / measured.cpu().sum(),
                count / measured.seconds() / signatures,
                measured.wrong());
    }

    private static double at(Measured measured, double share) {
        int count = measured.nanos().size();
        return measured.nanos().get((int) Math.min(count - 1.0, share * count)) / 1e6;
    }

    /** Each for another key and another contract. */
    private List<byte[]> enrolments(int count) throws Exception {
        Entropy entropy = Entropy.system(new SecureRandom());
        byte[][] requests = new byte[count][];
        AtomicInteger next = new AtomicInteger();
        inParallel(
                CORES,
                thread ->
                        () -> {
                            for (int i = next.getAndIncrement();
                                    i < count;
                                    i = next.getAndIncrement()) {
                                requests[i] = enrolment(i, entropy);
                            }
                            return thread;
                        });
        return List.of(requests);
    }

    private byte[] enrolment(int number, Entropy entropy) {
        SoftwareKey key = SoftwareKey.generate(entropy);
        Bytes csr = CertificateRequest.create(Subject.named("load"), key).der();
        String body =
                "{\"csr\": \"%s\", \"commonName\": \"DELOA%09d\"}"
                        .formatted(Base64.getEncoder().encodeToString(csr.toArray()), number);
        return http(
                "POST /api/v1/enrol/contract-leaf",
                "Content-Type: application/json\r\nAuthorization: Bearer " + TOKEN + "\r\n",
                body.getBytes(StandardCharsets.US_ASCII));
    }

    /** About a thousand of what was issued, with SHA-256 ids as OCPP has them. */
    private List<OcspQuestion> questions() throws IOException {
        try (Connection connection = new Connection(uri)) {
            Certificate issuer =
                    Certificate.parse(
                            Pem.certificates(
                                            connection.body(
                                                    http(
                                                            "GET /api/v1/authorities/iso2.mo-sub-ca-2/pem",
                                                            "",
                                                            new byte[0])))
                                    .getFirst());
            String list =
                    connection.body(
                            http(
                                    "GET /api/v1/search?profile=iso2.contract-leaf&limit=500",
                                    "Authorization: Bearer " + TOKEN + "\r\n",
                                    new byte[0]));
            List<OcspQuestion> questions = new ArrayList<>();
            for (String part : list.split("\"serial\":\"", -1)) {
                String serial = part.substring(0, Math.max(0, part.indexOf('"')));
                if (serial.matches("[0-9a-f]{20,}")) {
                    questions.add(
                            OcspQuestion.about(
                                    new java.math.BigInteger(serial, 16),
                                    issuer,
                                    OcspQuestion.Hash.SHA256));
                }
            }
            return questions;
        }
    }

    private byte[] post(OcspQuestion question, Optional<byte[]> nonce) {
        return http(
                "POST /ocsp",
                "Content-Type: application/ocsp-request\r\n",
                question.request(nonce.map(Bytes::of)).toArray());
    }

    private byte[] http(String line, String headers, byte[] body) {
        String head =
                "%s HTTP/1.1\r\nHost: %s:%d\r\n%sContent-Length: %d\r\n\r\n"
                        .formatted(line, uri.getHost(), uri.getPort(), headers, body.length);
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        octets.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        octets.writeBytes(body);
        return octets.toByteArray();
    }

    @FunctionalInterface
    private interface Work<T> {
        T call() throws Exception;
    }

    private static <T> List<T> inParallel(int threads, IntFunction<Work<T>> work) throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Work<T> own = work.apply(i);
                futures.add(executor.submit(own::call));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }

    /** HTTP/1.1 with as little as possible: the machine is the service's. */
    private static final class Connection implements AutoCloseable {

        private final Socket socket;
        private final InputStream in;
        private byte[] body = new byte[0];

        Connection(URI uri) throws IOException {
            socket = new Socket(uri.getHost(), uri.getPort());
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), 16_384);
        }

        String body(byte[] request) throws IOException {
            ask(request);
            return new String(body, StandardCharsets.UTF_8);
        }

        /** The status line. */
        String ask(byte[] request) throws IOException {
            socket.getOutputStream().write(request);
            String status = line();
            int length = -1;
            boolean chunked = false;
            for (String header = line(); !header.isEmpty(); header = line()) {
                if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                    length = Integer.parseInt(header.substring(15).strip());
                }
                chunked |= header.regionMatches(true, 0, "transfer-encoding: chunked", 0, 26);
            }
            body = chunked ? chunks() : in.readNBytes(Math.max(0, length));
            return status;
        }

        private byte[] chunks() throws IOException {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            for (int size = Integer.parseInt(line(), 16);
                    size > 0;
                    size = Integer.parseInt(line(), 16)) {
                whole.writeBytes(in.readNBytes(size));
                line();
            }
            line();
            return whole.toByteArray();
        }

        private String line() throws IOException {
            StringBuilder text = new StringBuilder();
            for (int octet = in.read(); octet != '\n'; octet = in.read()) {
                if (octet < 0) {
                    throw new IOException("closed by the service");
                }
                if (octet != '\r') {
                    text.append((char) octet);
                }
            }
            return text.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
