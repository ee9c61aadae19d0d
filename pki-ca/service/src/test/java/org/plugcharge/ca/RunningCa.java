package org.plugcharge.ca;

import org.plugcharge.certs.CertificateRequest;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.SoftwareKey;
import org.plugcharge.certs.Subject;
import org.plugcharge.exi.Bytes;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Set;

/**
 * One CA for all tests of this module, on an embedded PostgreSQL, and a small HTTP client for it.
 */
final class RunningCa {

    static final String ADMIN = "admin-token-0123456789";
    static final String CSMS = "csms-token-0123456789";
    static final String POOL = "pool-token-0123456789";
    static final String MAKER = "maker-token-0123456789";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final PkiCa CA = start();

    private RunningCa() {}

    static PkiCa ca() {
        return CA;
    }

    static PkiCaOptions clients(PkiCaOptions options) {
        return options.withClient(ADMIN, "admin", Set.of(Role.ADMIN))
                .withClient(CSMS, "csms", Set.of(Role.STATION_OPERATOR), "DE*PNC")
                .withClient(POOL, "pool", Set.of(Role.MOBILITY_OPERATOR, Role.PROVISIONING_SERVICE))
                .withClient(MAKER, "maker", Set.of(Role.AUTOMAKER), "WPC");
    }

    private static PkiCa start() {
        try {
            PkiCa ca = PkiCa.start(clients(PkiCaOptions.standard().seeded("test")));
            Runtime.getRuntime().addShutdownHook(new Thread(ca::close));
            return ca;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SoftwareKey key(String label) {
        return SoftwareKey.generate(Entropy.seeded(Bytes.of((byte) 1), label));
    }

    static String csr(SoftwareKey key) {
        return Base64.getEncoder()
                .encodeToString(
                        CertificateRequest.create(Subject.named("whatever"), key).der().toArray());
    }

    /** A JSON answer with its status. */
    record Answer(int status, JsonNode body) {

        String text(String field) {
            return body.path(field).asString();
        }
    }

    static Answer post(String token, String path, String json) {
        return post(CA, token, path, json);
    }

    static Answer post(PkiCa ca, String token, String path, String json) {
        return send(
                request(ca, path)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build());
    }

    static Answer get(String token, String path) {
        return get(CA, token, path);
    }

    static Answer get(PkiCa ca, String token, String path) {
        return send(request(ca, path).header("Authorization", "Bearer " + token).build());
    }

    static Answer enrol(String token, String profile, String commonName, SoftwareKey key) {
        return post(token, "/api/v1/enrol/" + profile, enrolment(key, commonName));
    }

    static String enrolment(SoftwareKey key, String commonName) {
        return """
        {"csr": "%s", "commonName": "%s"}\
        """
                .formatted(csr(key), commonName);
    }

    static HttpRequest.Builder request(String path) {
        return request(CA, path);
    }

    static HttpRequest.Builder request(PkiCa ca, String path) {
        return HttpRequest.newBuilder(URI.create(ca.uri() + path));
    }

    static Answer send(HttpRequest request) {
        HttpResponse<byte[]> response = octets(request);
        byte[] body = response.body();
        return new Answer(
                response.statusCode(),
                body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body));
    }

    static HttpResponse<byte[]> octets(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
