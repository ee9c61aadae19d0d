package org.plugcharge.pool;

import org.jspecify.annotations.NullMarked;
import org.plugcharge.exi.Bytes;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Map;

/** Speaks HTTP to a pool with one token. */
@NullMarked
final class PoolClient {

    static final JsonMapper JSON = new JsonMapper();

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI base;
    private final String token;

    PoolClient(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    /** Status, content type and body. */
    record Answer(int status, String contentType, String text) {
        JsonNode json() {
            return JSON.readTree(text);
        }

        String field(String name) {
            return json().path(name).asString();
        }

        Bytes exi() {
            return Bytes.owning(Base64.getDecoder().decode(field("exiResponse")));
        }
    }

    Answer put(String path, Map<String, ?> body) {
        return send(
                request(path)
                        .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    Answer post(String path, Map<String, ?> body) {
        return post(path, JSON.writeValueAsString(body));
    }

    Answer post(String path, String body) {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path))
                        .header("Content-Type", "application/json");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
