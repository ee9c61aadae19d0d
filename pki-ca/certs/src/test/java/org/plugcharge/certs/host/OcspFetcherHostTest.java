package org.plugcharge.certs.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.ChainValidator;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.KeyedCertificate;
import org.plugcharge.certs.OcspRequest;
import org.plugcharge.certs.OcspResponses;
import org.plugcharge.certs.OcspStatus;
import org.plugcharge.certs.Purpose;
import org.plugcharge.certs.RevocationSnapshot;
import org.plugcharge.certs.TestPki;
import org.plugcharge.certs.Verdict;
import org.plugcharge.certs.VerifiedContract;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

class OcspFetcherHostTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private HttpServer server;
    private TestPki pki;
    private final AtomicInteger asked = new AtomicInteger();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        pki =
                TestPki.create(
                        TestPki.Options.of(
                                        Bytes.of("fetch".getBytes(StandardCharsets.US_ASCII)), NOW)
                                .statusAt(
                                        "http://127.0.0.1:"
                                                + server.getAddress().getPort()
                                                + "/ocsp"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void goodAnswersMakeTheChainGood() {
        serve(200, this::good);
        VerifiedContract contract = verified();
        try (OcspFetcher fetcher = new OcspFetcher(Duration.ofSeconds(5))) {
            RevocationSnapshot snapshot =
                    RevocationSnapshot.of(
                            RevocationSnapshot.Policy.ALWAYS, fetcher.responses(contract));
            assertThat(
                            ChainValidator.validate(
                                    pki.chain(Iso2Profile.CONTRACT_LEAF),
                                    Purpose.CONTRACT,
                                    pki.anchors(),
                                    snapshot,
                                    NOW))
                    .isInstanceOf(Verdict.Valid.class);
        }
        assertThat(asked).hasValue(3);
    }

    @Test
    void anAnswerWithAnotherNonceIsDropped() {
        Entropy nonces = Entropy.seeded(Bytes.of((byte) 1), "nonces");
        serve(200, request -> good(request, OcspRequest.parse(request).nonce()));
        try (OcspFetcher fetcher = new OcspFetcher(Duration.ofSeconds(5), nonces)) {
            assertThat(fetcher.responses(verified()))
                    .hasSize(3)
                    .allSatisfy(answer -> assertThat(answer.nonce()).isPresent());
        }
        server.removeContext("/ocsp");
        serve(200, request -> good(request, Optional.of(Bytes.of((byte) 1))));
        try (OcspFetcher fetcher = new OcspFetcher(Duration.ofSeconds(5), nonces)) {
            assertThat(fetcher.ask(verified()))
                    .allSatisfy(
                            outcome -> assertThat(outcome.problem()).contains("its nonce differs"));
        }
        server.removeContext("/ocsp");
        serve(200, this::good);
        try (OcspFetcher fetcher = new OcspFetcher(Duration.ofSeconds(5), nonces)) {
            assertThat(fetcher.responses(verified())).as("signed in advance").hasSize(3);
        }
    }

    @Test
    void everythingElseIsAProblemWithAName() {
        problem(404, request -> Bytes.EMPTY, "HTTP status 404");
        problem(200, request -> Bytes.EMPTY, "OCSP response");
        problem(200, request -> Bytes.owning(new byte[20_000]), "longer than 10000");
        problem(200, request -> OcspResponses.failure(OcspResponses.Failure.TRY_LATER), "error 3");
    }

    @Test
    void redirectsAreNotFollowed() {
        server.createContext(
                "/ocsp",
                exchange -> {
                    exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/elsewhere");
                    exchange.sendResponseHeaders(302, -1);
                    exchange.close();
                });
        try (OcspFetcher fetcher = new OcspFetcher(Duration.ofSeconds(5))) {
            assertThat(fetcher.ask(verified()))
                    .allSatisfy(outcome -> {
                        assertThat(outcome.response()).isEmpty();
                        assertThat(outcome.problem()).isEqualTo("HTTP status 302");
                    });
        }
    }

    @Test
    void aSlowResponderIsLeftAlone() {
        serve(
                200,
                request -> {
                    try {
                        Thread.sleep(3_000);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return Bytes.EMPTY;
                });
        long start = System.nanoTime();
        try (OcspFetcher fetcher = new OcspFetcher(Duration.ofMillis(300))) {
            assertThat(fetcher.responses(verified())).isEmpty();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isLessThan(Duration.ofMillis(2_500));
    }

    private void problem(
            int status, java.util.function.Function<Bytes, Bytes> responder, String expected) {
        serve(status, responder);
        try (OcspFetcher fetcher = new OcspFetcher(Duration.ofSeconds(5))) {
            assertThat(fetcher.ask(verified()))
                    .hasSize(3)
                    .allSatisfy(outcome -> {
                        assertThat(outcome.response()).isEmpty();
                        assertThat(outcome.problem()).contains(expected);
                    });
        }
        server.removeContext("/ocsp");
    }

    private void serve(int status, java.util.function.Function<Bytes, Bytes> responder) {
        server.createContext(
                "/ocsp",
                exchange -> {
                    asked.incrementAndGet();
                    Bytes request = Bytes.owning(exchange.getRequestBody().readAllBytes());
                    byte[] answer = responder.apply(request).toArray();
                    exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
    }

    private Bytes good(Bytes request) {
        return good(request, Optional.empty());
    }

    private Bytes good(Bytes request, Optional<Bytes> nonce) {
        var question = OcspRequest.parse(request).questions().getFirst();
        for (Iso2Profile authority : Iso2Profile.authorities()) {
            Certificate certificate = pki.certificate(authority);
            if (question.isAboutIssuer(certificate)) {
                KeyedCertificate signer = pki.ocspSigner(authority);
                return OcspResponses.sign(
                        List.of(
                                new OcspResponses.Answer(
                                        question,
                                        new OcspStatus.Good(),
                                        NOW,
                                        NOW.plusSeconds(3_600))),
                        NOW,
                        nonce,
                        signer.certificate(),
                        signer.key());
            }
        }
        return OcspResponses.failure(OcspResponses.Failure.UNAUTHORIZED);
    }

    private VerifiedContract verified() {
        var verdict =
                ChainValidator.validate(
                        pki.chain(Iso2Profile.CONTRACT_LEAF),
                        Purpose.CONTRACT,
                        pki.anchors(),
                        RevocationSnapshot.notChecked(),
                        NOW);
        return ((Verdict.Valid<VerifiedContract>) verdict).proof();
    }
}
