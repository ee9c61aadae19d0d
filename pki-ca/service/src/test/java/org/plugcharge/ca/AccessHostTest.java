package org.plugcharge.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plugcharge.ca.RunningCa.Answer;
import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateRequest;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.Iso20Profile;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.KeyType;
import org.plugcharge.certs.Pem;
import org.plugcharge.certs.SoftwareKey;
import org.plugcharge.certs.Subject;
import org.plugcharge.certs.TestPki;
import org.plugcharge.exi.Bytes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Who gets in: with access tokens of an authorization server, and with TLS certificates. */
class AccessHostTest {

    private static final KeyPair RSA = JwtClientsTest.pair("RSA");
    private static final KeyPair EC = JwtClientsTest.pair("EC");
    private static final SoftwareKey CSMS_KEY = RunningCa.key("csms tls");

    private static TestPki strangers;
    private static HttpServer issuer;
    private static PkiCa ca;

    @BeforeAll
    static void start() throws IOException {
        strangers = TestPki.create(9, Instant.now());
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] jwks = JwtClientsTest.jwks("r1", RSA, "e1", EC).getBytes(StandardCharsets.US_ASCII);
        issuer.createContext(
                "/jwks",
                exchange -> {
                    exchange.sendResponseHeaders(200, jwks.length);
                    exchange.getResponseBody().write(jwks);
                    exchange.close();
                });
        issuer.start();
        URI keys = URI.create("http://127.0.0.1:" + issuer.getAddress().getPort() + "/jwks");
        ca =
                PkiCa.start(
                        RunningCa.clients(PkiCaOptions.standard())
                                .trusting(
                                        new PkiCaOptions.TokenIssuer(
                                                "https://login.example",
                                                "https://ca.example",
                                                keys))
                                .withTls(new PkiCaOptions.Tls(0, List.of("localhost", "127.0.0.1")))
                                .withClient(
                                        "sha256:"
                                                + strangers
                                                        .certificate(Iso2Profile.TLS_SERVER)
                                                        .fingerprint()
                                                        .toHex(),
                                        "other-csms",
                                        Set.of(Role.STATION_OPERATOR),
                                        "operator:DE*ICE"));
    }

    @AfterAll
    static void stop() {
        ca.close();
        issuer.stop(0);
    }

    @Test
    void anAccessTokenOpensWhatItsScopeSays() {
        String token = token("station-operator operator:DE*PNC", 600);
        assertThat(enrol(token, "secc-leaf", "DE*PNC*E00001").status()).isEqualTo(201);
        EnrolmentDbTest.problem(enrol(token, "secc-leaf", "DE*ICE*E1"), 403, "ca.rights");
        EnrolmentDbTest.problem(enrol(token, "contract-leaf", "DEPNC000000001"), 403, "ca.rights");
        EnrolmentDbTest.problem(
                enrol(token("station-operator operator:DE*PNC", -600), "secc-leaf", "DE*PNC*E1"),
                401,
                "http.authentication");
        Answer list = RunningCa.get(ca, token, "/api/v1/certificates");
        assertThat(list.body().toString()).contains("DE*PNC*E00001");
    }

    /** A token cannot take the name of a client with a token of ours. */
    @Test
    void clientsOfTheIssuerAreOthersThanOurs() {
        enrol(RunningCa.CSMS, "secc-leaf", "DE*PNC*E00002");
        String token =
                JwtClientsTest.es256(
                        "e1", EC, claims("csms", "station-operator operator:DE*PNC", 600));
        assertThat(RunningCa.get(ca, token, "/api/v1/certificates").body().size()).isZero();
    }

    @Test
    void aKnownTlsCertificateIsAClient() throws Exception {
        HttpClient client =
                tls(
                        strangers.certificate(Iso2Profile.TLS_SERVER),
                        strangers.key(Iso2Profile.TLS_SERVER));
        assertThat(enrolOverTls(client, "DE*ICE*E00001").statusCode()).isEqualTo(201);
        assertThat(enrolOverTls(client, "DE*PNC*E00001").statusCode()).isEqualTo(403);
    }

    @Test
    void noCertificateAndAStrangersAreNobody() throws Exception {
        assertThat(enrolOverTls(tls(), "DE*ICE*E00001").statusCode()).isEqualTo(401);
        HttpClient stranger =
                tls(
                        strangers.certificate(Iso2Profile.SECC_LEAF),
                        strangers.key(Iso2Profile.SECC_LEAF));
        assertThat(enrolOverTls(stranger, "DE*ICE*E00001").statusCode()).isEqualTo(401);
        assertThat(renew(stranger, RunningCa.key("new"), "DE*PNC*E00001").statusCode())
                .isEqualTo(401);
    }

    /** The certificate itself is the right to the next one, of both generations. */
    @ParameterizedTest
    @EnumSource(KeyType.class)
    void aCertificateRenewsItself(KeyType type) throws Exception {
        String name = "DE*PNC*E001" + type.privateOctets();
        String profile = Iso20Profile.SECC_LEAF.profile(type).id();
        SoftwareKey key = key(type, "first");
        Answer first =
                RunningCa.post(
                        ca,
                        RunningCa.CSMS,
                        "/api/v1/enrol/" + profile,
                        RunningCa.enrolment(key, name));
        Certificate old = Certificate.parse(Pem.certificates(first.text("chain")).getFirst());
        HttpClient client = tls(old, key);
        HttpResponse<byte[]> answer = renew(client, key(type, "second"), name);
        assertThat(answer.statusCode()).isEqualTo(200);
        Certificate next = only(answer);
        assertThat(next.fields().subjectName()).isEqualTo(old.fields().subjectName());
        assertThat(next.key()).isEqualTo(key(type, "second").publicKey());
        assertThat(renew(client, key(type, "third"), "DE*PNC*E99999").statusCode()).isEqualTo(422);
        assertThat(enrolOverTls(client, name).statusCode()).isEqualTo(401);
        RunningCa.post(
                ca,
                RunningCa.ADMIN,
                "/api/v1/revoke",
                "{\"issuer\":\"%s\",\"serial\":\"%s\"}"
                        .formatted(first.text("issuer"), first.text("serial")));
        assertThat(renew(client, key(type, "fourth"), name).statusCode()).isEqualTo(401);
    }

    @Test
    void scopesOfNoKnownFormAreRefused() {
        assertThatThrownBy(() -> new Client("x", Set.of(Role.ADMIN), Set.of("vendor:ABC")))
                .hasMessageContaining("vendor:ABC");
        Client both =
                new Client(
                        "both",
                        Set.of(Role.MOBILITY_OPERATOR, Role.AUTOMAKER),
                        Set.of("provider:DEPNC", "wmi:WPC"));
        assertThat(both.mayEnrol(Iso2Profile.CONTRACT_LEAF.profile(), "DEPNC000000001")).isTrue();
        assertThat(both.mayEnrol(Iso2Profile.CONTRACT_LEAF.profile(), "WPC00000000001")).isFalse();
        assertThat(both.mayEnrol(Iso2Profile.OEM_PROVISIONING_LEAF.profile(), "DEPNC000000000001"))
                .isFalse();
    }

    private static SoftwareKey key(KeyType type, String label) {
        return SoftwareKey.generate(type, Entropy.seeded(Bytes.of((byte) 4), label));
    }

    private static String token(String scope, int seconds) {
        return JwtClientsTest.rs256("r1", RSA, claims("csms-7", scope, seconds));
    }

    private static String claims(String client, String scope, int seconds) {
        return """
        {"iss":"https://login.example","aud":"https://ca.example","exp":%d,"client_id":"%s","scope":"%s"}\
        """
                .formatted(Instant.now().getEpochSecond() + seconds, client, scope);
    }

    private static Answer enrol(String token, String profile, String name) {
        return RunningCa.post(
                ca, token, "/api/v1/enrol/" + profile, RunningCa.enrolment(CSMS_KEY, name));
    }

    private static HttpResponse<byte[]> enrolOverTls(HttpClient client, String name)
            throws Exception {
        return client.send(
                HttpRequest.newBuilder(
                                URI.create(ca.tlsUri().orElseThrow() + "/api/v1/enrol/secc-leaf"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(RunningCa.enrolment(CSMS_KEY, name)))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private static HttpResponse<byte[]> renew(HttpClient client, SoftwareKey key, String name)
            throws Exception {
        CertificateRequest csr = CertificateRequest.create(Subject.named(name), key);
        String base64 = Base64.getMimeEncoder().encodeToString(csr.der().toArray());
        return client.send(
                HttpRequest.newBuilder(
                                URI.create(
                                        ca.tlsUri().orElseThrow()
                                                + "/.well-known/est/cpo/simplereenroll"))
                        .header("Content-Type", "application/pkcs10")
                        .POST(BodyPublishers.ofString(base64))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private static Certificate only(HttpResponse<byte[]> answer) throws Exception {
        byte[] pkcs7 = Base64.getMimeDecoder().decode(answer.body());
        var found =
                new ArrayList<>(
                        CertificateFactory.getInstance("X.509")
                                .generateCertificates(new ByteArrayInputStream(pkcs7)));
        assertThat(found).hasSize(1);
        return Certificate.parse(Bytes.owning(found.getFirst().getEncoded()));
    }

    private static HttpClient tls() throws Exception {
        return tls(Optional.empty());
    }

    private static HttpClient tls(Certificate certificate, SoftwareKey key) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        String algorithm = key.type() == KeyType.ED448 ? "Ed448" : "EC";
        store.setKeyEntry(
                "own",
                KeyFactory.getInstance(algorithm)
                        .generatePrivate(new PKCS8EncodedKeySpec(key.pkcs8().toArray())),
                new char[0],
                new java.security.cert.Certificate[] {platform(certificate)});
        return tls(Optional.of(store));
    }

    private static HttpClient tls(Optional<KeyStore> own) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", platform(ca.authority(Iso2Profile.OPERATOR_ROOT)));
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        if (own.isPresent()) {
            keys.init(own.get(), new char[0]);
        }
        context.init(
                own.isPresent() ? keys.getKeyManagers() : null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static java.security.cert.Certificate platform(Certificate certificate)
            throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(certificate.der().toArray()));
    }
}
