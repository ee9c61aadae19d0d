package org.plugcharge.csms;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.CertificateOrder;
import org.plugcharge.certs.CertificateRequest;
import org.plugcharge.certs.Emaid;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.KeyedCertificate;
import org.plugcharge.certs.OcspQuestion;
import org.plugcharge.certs.OcspRequest;
import org.plugcharge.certs.OcspResponses;
import org.plugcharge.certs.OcspStatus;
import org.plugcharge.certs.RevocationReason;
import org.plugcharge.certs.Subject;
import org.plugcharge.certs.TestPki;
import org.plugcharge.certs.TrustAnchors;
import org.plugcharge.csms.backend.V2gCertificateAuthority;
import org.plugcharge.exi.Bytes;
import org.plugcharge.ocpp.station.Backoff;
import org.plugcharge.ocpp.station.Station;
import org.plugcharge.ocpp.station.StationOptions;
import org.plugcharge.ocpp.v201.IdToken;
import org.plugcharge.ocpp.v201.IdTokenType;
import org.plugcharge.start.PostgresBinaries;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a CSMS and its stations live in: a PKI with an OCSP responder that can revoke, a database,
 * roots.
 */
final class World implements AutoCloseable {

    static final String STATION = "CS-0001";
    static final String PASSWORD = "a-password-of-some-length";
    static final String EVSE = "DE*PNC*E00001";
    static final IdToken CARD = new IdToken(null, "04A2B3C4D5E6F7", IdTokenType.ISO14443);

    private static final AtomicInteger DATABASES = new AtomicInteger();

    final TestPki pki;
    final EmbeddedPostgres postgres;
    final String database;
    private final HttpServer ocsp;
    private final Set<java.math.BigInteger> revoked = ConcurrentHashMap.newKeySet();

    World() throws IOException {
        ocsp = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ocsp.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        ocsp.createContext("/ocsp", this::answer);
        ocsp.start();
        pki =
                TestPki.create(
                        TestPki.Options.of(Bytes.of((byte) 7), Instant.now())
                                .statusAt(
                                        "http://127.0.0.1:"
                                                + ocsp.getAddress().getPort()
                                                + "/ocsp"));
        postgres = EmbeddedPostgres.builder().setPgBinaryResolver(PostgresBinaries::open).start();
        database = "csms" + DATABASES.incrementAndGet();
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + database);
        } catch (java.sql.SQLException e) {
            throw new IOException(e);
        }
    }

    Emaid emaid() {
        return pki.options().emaid();
    }

    CertificateChain contract() {
        return pki.chain(Iso2Profile.CONTRACT_LEAF);
    }

    void revoke(Certificate certificate) {
        revoked.add(certificate.fields().serial());
    }

    void reinstate(Certificate certificate) {
        revoked.remove(certificate.fields().serial());
    }

    CsmsOptions options() {
        return CsmsOptions.defaults()
                .on(
                        new CsmsOptions.Database(
                                postgres.getJdbcUrl("postgres", database), "postgres", ""))
                .with(
                        new CsmsOptions.Tls(
                                pki.chain(Iso2Profile.TLS_SERVER), pki.key(Iso2Profile.TLS_SERVER)))
                .trusting(TrustAnchors.none().withMoRoots(pki.certificate(Iso2Profile.MO_ROOT)))
                .with(new Authority(pki))
                .with(Map.of(STATION, PASSWORD));
    }

    StationOptions station(java.net.URI endpoint, Path directory) {
        TrustAnchors anchors =
                TrustAnchors.none()
                        .withOperatorRoots(pki.certificate(Iso2Profile.OPERATOR_ROOT))
                        .withV2gRoots(pki.certificate(Iso2Profile.V2G_ROOT));
        return StationOptions.of(endpoint, STATION, PASSWORD, anchors, directory, EVSE)
                .withExternalToken(CARD)
                .withTiming(
                        StationOptions.Timing.DEFAULT
                                .sampledEvery(Duration.ofSeconds(1))
                                .withBackoff(
                                        new Backoff(
                                                Duration.ofMillis(100), 2, Duration.ofMillis(50))));
    }

    Station started(Csms csms, Path directory) {
        return Station.start(station(csms.ocpp(), directory));
    }

    /** Issues with the test PKI's real keys. */
    record Authority(TestPki pki) implements V2gCertificateAuthority {
        @Override
        public CertificateChain enrolSecc(CertificateRequest request, String commonName) {
            Certificate leaf =
                    pki.issue(
                            CertificateOrder.of(
                                    Iso2Profile.SECC_LEAF,
                                    Subject.named(commonName).of("plugcharge"),
                                    request.key()),
                            Instant.now(),
                            Entropy.system(new SecureRandom()));
            return pki.chainOf(leaf, Iso2Profile.SECC_LEAF);
        }

        @Override
        public List<Certificate> moRoots() {
            return List.of(pki.certificate(Iso2Profile.MO_ROOT));
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            OcspRequest request =
                    OcspRequest.parse(Bytes.owning(exchange.getRequestBody().readAllBytes()));
            OcspQuestion question = request.questions().getFirst();
            Iso2Profile issuer =
                    Iso2Profile.authorities().stream()
                            .filter(authority -> question.isAboutIssuer(pki.certificate(authority)))
                            .findFirst()
                            .orElseThrow();
            KeyedCertificate signer = pki.ocspSigner(issuer);
            Instant now = Instant.now();
            OcspStatus status =
                    revoked.contains(question.serial())
                            ? new OcspStatus.Revoked(
                                    now.minusSeconds(60), RevocationReason.KEY_COMPROMISE)
                            : new OcspStatus.Good();
            byte[] response =
                    OcspResponses.sign(
                                    List.of(
                                            new OcspResponses.Answer(
                                                    question,
                                                    status,
                                                    now.minusSeconds(1),
                                                    now.plusSeconds(3600))),
                                    now,
                                    request.nonce().or(Optional::empty),
                                    signer.certificate(),
                                    signer.key())
                            .toArray();
            exchange.sendResponseHeaders(200, response.length);
            exchange.getResponseBody().write(response);
        }
    }

    @Override
    public void close() throws IOException {
        ocsp.stop(0);
        postgres.close();
    }
}
