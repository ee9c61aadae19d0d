package org.plugcharge.ca;

import static org.assertj.core.api.Assertions.assertThat;

import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.Pem;
import org.plugcharge.certs.RevocationList;
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

/** What a test asks of any CA over HTTP, with the tokens of {@link RunningCa}. */
final class CaClient {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI uri;

    CaClient(PkiCa ca) {
        this(ca.uri());
    }

    CaClient(URI uri) {
        this.uri = uri;
    }

    URI uri() {
        return uri;
    }

    HttpResponse<byte[]> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(uri + path)).build());
    }

    JsonNode json(String path) {
        HttpResponse<byte[]> response =
                send(
                        HttpRequest.newBuilder(URI.create(uri + path))
                                .header("Authorization", "Bearer " + RunningCa.ADMIN)
                                .build());
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    HttpResponse<byte[]> post(String token, String path, String json) {
        return send(
                HttpRequest.newBuilder(URI.create(uri + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build());
    }

    /** A contract certificate with a key of its own. */
    Certificate contract(String emaid) {
        HttpResponse<byte[]> response =
                post(
                        RunningCa.POOL,
                        "/api/v1/enrol/contract-leaf",
                        """
                        {"csr": "%s", "commonName": "%s"}\
                        """
                                .formatted(RunningCa.csr(RunningCa.key(emaid)), emaid));
        assertThat(response.statusCode()).isEqualTo(201);
        String chain = JSON.readTree(response.body()).path("chain").asString();
        return Certificate.parse(Pem.certificates(chain).getFirst());
    }

    static JsonNode json(HttpResponse<byte[]> response) {
        return JSON.readTree(response.body());
    }

    void revoke(Certificate leaf, String reason) {
        change("/api/v1/revoke", leaf, reason);
    }

    void resume(Certificate leaf) {
        change("/api/v1/resume", leaf, "unspecified");
    }

    private void change(String path, Certificate leaf, String reason) {
        HttpResponse<byte[]> response =
                post(
                        RunningCa.ADMIN,
                        path,
                        """
                        {"issuer": "iso2.mo-sub-ca-2", "serial": "%s", "reason": "%s"}\
                        """
                                .formatted(leaf.fields().serial().toString(16), reason));
        assertThat(response.statusCode()).isEqualTo(200);
    }

    Bytes ocsp(Bytes request) {
        return Bytes.owning(
                send(HttpRequest.newBuilder(URI.create(uri + "/ocsp"))
                                .POST(BodyPublishers.ofByteArray(request.toArray()))
                                .build())
                        .body());
    }

    RevocationList list(String name) {
        HttpResponse<byte[]> response = get("/crl/" + name);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/pkix-crl");
        return RevocationList.parse(Bytes.owning(response.body()));
    }

    static HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
