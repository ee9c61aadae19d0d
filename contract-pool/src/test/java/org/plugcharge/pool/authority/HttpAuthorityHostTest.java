package org.plugcharge.pool.authority;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plugcharge.certs.CertificateRequest;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.SoftwareKey;
import org.plugcharge.certs.Subject;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * An authority that answers nonsense, or nothing, is an {@link AuthorityException} and nothing
 * else.
 */
class HttpAuthorityHostTest {

    private HttpServer server;
    private int status;
    private String body = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    byte[] octets = body.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, octets.length == 0 ? -1 : octets.length);
                    exchange.getResponseBody().write(octets);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private HttpAuthority authority() {
        return new HttpAuthority(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "token");
    }

    private void enrol() {
        SoftwareKey key = SoftwareKey.generate(Entropy.system(new SecureRandom()));
        authority()
                .enrol(
                        Iso2Profile.CPS_LEAF,
                        CertificateRequest.create(Subject.named("CPS Leaf"), key),
                        Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{",
                "{\"certificate\":\"AAAA\"}",
                "{\"certificate\":\"*\",\"subCertificates\":[]}",
                "{\"certificate\":\"AAAA\",\"subCertificates\":[\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"]}",
                "{\"certificate\":5,\"subCertificates\":{}}"
            })
    void nonsenseIsUnavailable(String nonsense) {
        status = 201;
        body = nonsense;
        assertThatThrownBy(this::enrol)
                .isInstanceOf(AuthorityException.class)
                .hasMessageStartingWith("the certificate authority can't be used: its answer");
    }

    @ParameterizedTest
    @CsvSource({
        "400, refused",
        "401, refused",
        "403, refused",
        "404, refused",
        "422, refused",
        "500, can't be used",
        "302, can't be used"
    })
    void statusTellsRefusalFromTrouble(int answered, String expected) {
        status = answered;
        body = "{\"detail\":\"because\"}";
        assertThatThrownBy(this::enrol)
                .isInstanceOf(AuthorityException.class)
                .hasMessageContaining(expected);
    }

    @Test
    void endlessAnswersAreCutOff() {
        status = 200;
        body = "x".repeat(300_000);
        assertThatThrownBy(this::enrol)
                .isInstanceOf(AuthorityException.class)
                .hasMessageContaining("longer than 256 KiB");
    }

    @Test
    void nobodyThereIsSaid() {
        HttpAuthority authority = authority();
        server.stop(0);
        assertThatThrownBy(authority::roots)
                .isInstanceOf(AuthorityException.class)
                .hasMessageContaining("can't be used: http://127.0.0.1");
    }
}
