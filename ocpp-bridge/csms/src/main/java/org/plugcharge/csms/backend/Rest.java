package org.plugcharge.csms.backend;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * JSON over HTTP to one service: a bearer token, no redirects, a deadline for everything, a limit
 * on the answer.
 */
final class Rest implements AutoCloseable {

    private static final int MAX_ANSWER = 1024 * 1024;

    private final String name;
    private final URI base;
    private final String token;
    private final HttpClient client;
    private final JsonMapper json =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    /** {@code name} says in errors which service it was. */
    Rest(String name, URI base, String token) {
        this.name = name;
        this.base = base.toString().endsWith("/") ? base : URI.create(base + "/");
        this.token = token;
        this.client =
                HttpClient.newBuilder()
                        .connectTimeout(Duration.ofSeconds(5))
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    <T> T post(String path, Object body, Class<T> answer, Duration deadline) {
        return exchange(
                request(path, deadline)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                        .build(),
                answer,
                deadline);
    }

    <T> T get(String path, Class<T> answer, Duration deadline) {
        return exchange(request(path, deadline).GET().build(), answer, deadline);
    }

    private HttpRequest.Builder request(String path, Duration deadline) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(deadline)
                        .header("Accept", "application/json");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private <T> T exchange(HttpRequest request, Class<T> answer, Duration deadline) {
        String what = name + " " + request.method() + " " + request.uri().getPath();
        var exchange =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
                        .thenApplyAsync(response -> read(what, response));
        try {
            String text = exchange.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            return json.readValue(text, answer);
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw new BackendException(
                    what + ": no answer within " + deadline.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof BackendException refused
                    ? refused
                    : new BackendException(what + ": " + e.getCause(), e);
        } catch (JacksonException e) {
            throw new BackendException(what + ": an answer that is not understood", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackendException(what + ": interrupted", e);
        }
    }

    private static String read(String what, HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            byte[] octets = body.readNBytes(MAX_ANSWER + 1);
            if (octets.length > MAX_ANSWER) {
                throw new BackendException(what + ": answer longer than " + MAX_ANSWER + " octets");
            }
            String text = new String(octets, StandardCharsets.UTF_8);
            if (response.statusCode() / 100 != 2) {
                String shown =
                        text.substring(0, Math.min(200, text.length()))
                                .replaceAll("\\p{Cntrl}", " ");
                throw new BackendException(
                        what + ": status " + response.statusCode() + " " + shown);
            }
            return text;
        } catch (IOException e) {
            throw new BackendException(what + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
