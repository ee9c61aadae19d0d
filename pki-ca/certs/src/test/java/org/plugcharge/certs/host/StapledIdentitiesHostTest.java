package org.plugcharge.certs.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.KeyedCertificate;
import org.plugcharge.certs.OcspQuestion;
import org.plugcharge.certs.OcspRequest;
import org.plugcharge.certs.OcspResponses;
import org.plugcharge.certs.OcspStatus;
import org.plugcharge.certs.Subject;
import org.plugcharge.certs.TestPki;
import org.plugcharge.certs.tls.KeyLog;
import org.plugcharge.certs.tls.ServerIdentity;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A station's staples against a responder on loopback that can fail, be late, and revoke. */
class StapledIdentitiesHostTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration LIFE = Duration.ofHours(2);

    private final HttpServer server = server();
    private final TestPki pki =
            TestPki.create(
                    TestPki.Options.of(Bytes.fromHex("57"), NOW)
                            .statusAt("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
    private final OcspFetcher fetcher = new OcspFetcher(Duration.ofSeconds(5));
    private final AtomicInteger asked = new AtomicInteger();
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private volatile Instant now = NOW;
    private volatile boolean dead;
    private volatile boolean appointed = true;
    private volatile OcspStatus status = new OcspStatus.Good();

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @AfterEach
    void stop() {
        fetcher.close();
        server.stop(0);
    }

    private StapledIdentities keep(Duration least) {
        server.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    byte[] answer =
                            answer(Bytes.owning(exchange.getRequestBody().readAllBytes()))
                                    .toArray();
                    exchange.sendResponseHeaders(dead ? 503 : 200, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
        server.start();
        return new StapledIdentities(
                List.of(identity(pki.member(Iso2Profile.SECC_LEAF))),
                fetcher,
                KeyLog.NONE,
                () -> now,
                problems::add,
                least);
    }

    private ServerIdentity identity(KeyedCertificate leaf) {
        return ServerIdentity.of(
                new CertificateChain(
                        leaf.certificate().der(),
                        pki.chain(Iso2Profile.SECC_LEAF).subCertificates()),
                leaf.key(),
                pki.certificate(Iso2Profile.V2G_ROOT));
    }

    private Bytes answer(Bytes request) {
        OcspQuestion question = OcspRequest.parse(request).questions().getFirst();
        Iso2Profile authority =
                Iso2Profile.authorities().stream()
                        .filter(one -> question.isAboutIssuer(pki.certificate(one)))
                        .findFirst()
                        .orElseThrow();
        KeyedCertificate signer = (appointed ? pki : TestPki.create(99, NOW)).ocspSigner(authority);
        return OcspResponses.sign(
                List.of(new OcspResponses.Answer(question, status, now, now.plus(LIFE))),
                now,
                java.util.Optional.empty(),
                signer.certificate(),
                signer.key());
    }

    private static List<Bytes> shown(StapledIdentities station) {
        return station.get().identities().getFirst().ocspResponses();
    }

    @Test
    void leafAndSubCasAreStapledFromTheStart() {
        try (StapledIdentities station = keep(Duration.ofHours(1))) {
            assertThat(shown(station)).hasSize(3).doesNotContain(Bytes.EMPTY);
            assertThat(asked).hasValue(3);
            assertThat(problems).isEmpty();
        }
    }

    @Test
    void aResponseIsAskedForAgainAtHalfOfItsLife() {
        try (StapledIdentities station = keep(Duration.ofMinutes(1))) {
            assertThat(station.untilRefresh()).isEqualTo(LIFE.dividedBy(2));
            List<Bytes> first = shown(station);
            now = NOW.plus(Duration.ofMinutes(61));
            assertThat(station.untilRefresh()).isEqualTo(Duration.ofMinutes(1));
            station.refresh();
            assertThat(shown(station)).hasSize(3).doesNotContainAnyElementsOf(first);
            assertThat(station.untilRefresh()).isEqualTo(LIFE.dividedBy(2));
        }
    }

    @Test
    void itIsAskedForWithoutAnybodysHelp() throws Exception {
        try (StapledIdentities station = keep(Duration.ofMillis(20))) {
            now = NOW.plus(LIFE);
            int before = asked.get();
            dead = true;
            try (StapledIdentities second =
                    new StapledIdentities(
                            List.of(identity(pki.member(Iso2Profile.SECC_LEAF))),
                            fetcher,
                            KeyLog.NONE,
                            () -> now,
                            problems::add,
                            Duration.ofMillis(20))) {
                assertThat(shown(second)).isEmpty();
                dead = false;
                for (int i = 0; i < 500 && shown(second).isEmpty(); i++) {
                    Thread.sleep(20);
                }
                assertThat(shown(second)).hasSize(3).doesNotContain(Bytes.EMPTY);
            }
            assertThat(asked.get()).isGreaterThan(before + 3);
            assertThat(shown(station)).as("what is over is not shown").isEmpty();
        }
    }

    @Test
    void aDeadResponderCostsNothingUntilTheResponsesAreOver() {
        try (StapledIdentities station = keep(Duration.ofMinutes(1))) {
            List<Bytes> first = shown(station);
            dead = true;
            now = NOW.plus(Duration.ofMinutes(90));
            station.refresh();
            assertThat(shown(station)).isEqualTo(first);
            assertThat(problems).hasSize(3).allMatch(text -> text.contains("HTTP status 503"));
            assertThat(station.untilRefresh()).isEqualTo(Duration.ofMinutes(1));
            now = NOW.plus(LIFE);
            assertThat(shown(station)).isEmpty();
        }
    }

    /** The next leaf has its staples before a vehicle sees it. */
    @Test
    void theNextLeafIsStapledBeforeItIsShown() {
        try (StapledIdentities station = keep(Duration.ofHours(1))) {
            KeyedCertificate next =
                    pki.issue(
                            Iso2Profile.SECC_LEAF,
                            Subject.named("DE*PNC*E00001").of("TEST").in("DE"),
                            "next");
            station.change(List.of(identity(next)));
            ServerIdentity now = station.get().identities().getFirst();
            assertThat(now.chain().leaf()).isEqualTo(next.certificate().der());
            assertThat(now.ocspResponses()).hasSize(3).doesNotContain(Bytes.EMPTY);
            assertThat(Certificate.parse(now.chain().leaf()).fields().serial())
                    .isNotEqualTo(pki.certificate(Iso2Profile.SECC_LEAF).fields().serial());
        }
    }

    @Test
    void aRevokedLeafIsSaidAndShown() {
        status =
                new OcspStatus.Revoked(
                        NOW.minusSeconds(60), org.plugcharge.certs.RevocationReason.KEY_COMPROMISE);
        try (StapledIdentities station = keep(Duration.ofHours(1))) {
            assertThat(shown(station)).hasSize(3).doesNotContain(Bytes.EMPTY);
            assertThat(problems).hasSize(3).allMatch(text -> text.contains("KEY_COMPROMISE"));
        }
    }

    @Test
    void anAnswerOfAStrangerIsNotShown() {
        appointed = false;
        try (StapledIdentities station = keep(Duration.ofHours(1))) {
            assertThat(shown(station)).isEmpty();
            assertThat(problems).hasSize(3).allMatch(text -> text.contains("did not appoint"));
        }
    }
}
