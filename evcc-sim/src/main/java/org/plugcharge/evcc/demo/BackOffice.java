package org.plugcharge.evcc.demo;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/**
 * What people at an automaker's and a mobility provider's desk do: they ask services by HTTP, each
 * with a token of its own.
 */
final class BackOffice implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ERROR = 400;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json = new JsonMapper();

    /**
     * The answer to a request; {@link IllegalStateException} with the service's own words if it
     * refuses.
     */
    JsonNode ask(
            String method, URI service, String path, String token, @Nullable Map<String, ?> body) {
        HttpRequest request =
                HttpRequest.newBuilder(service.resolve(path))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                HttpRequest.BodyPublishers.ofString(
                                        body == null ? "" : json.writeValueAsString(body)))
                        .build();
        try {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= ERROR) {
                throw new IllegalStateException(
                        method
                                + " "
                                + path
                                + " was refused: "
                                + answer.statusCode()
                                + " "
                                + answer.body());
            }
            return json.readTree(answer.body().isEmpty() ? "{}" : answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path + " failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
