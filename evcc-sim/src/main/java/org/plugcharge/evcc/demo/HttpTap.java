package org.plugcharge.evcc.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Stands between two services on loopback and writes down what they say; it changes nothing but the
 * authorization header's appearance in the report, where it is left out.
 */
final class HttpTap implements AutoCloseable {

    private static final int OK = 200;
    private static final int BAD_GATEWAY = 502;
    private static final List<String> PASSED = List.of("Authorization", "Content-Type", "Accept");

    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Timeline timeline;
    private final Supplier<Lane> from;
    private final Lane to;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicReference<@Nullable URI> target = new AtomicReference<>();

    private HttpTap(HttpServer server, Timeline timeline, Supplier<Lane> from, Lane to) {
        this.server = server;
        this.timeline = timeline;
        this.from = from;
        this.to = to;
    }

    /** A tap that passes nothing on until it was told {@link #to whereto}. */
    static HttpTap start(Timeline timeline, Supplier<Lane> from, Lane to) {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            HttpTap tap = new HttpTap(server, timeline, from, to);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", tap::pass);
            server.start();
            return tap;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpTap to(URI service) {
        target.set(service);
        return this;
    }

    URI uri() {
        return URI.create(
                "http://"
                        + server.getAddress().getAddress().getHostAddress()
                        + ":"
                        + server.getAddress().getPort());
    }

    /** Whether somebody is being answered now. */
    boolean busy() {
        return inFlight.get() > 0;
    }

    private void pass(HttpExchange exchange) throws IOException {
        inFlight.incrementAndGet();
        try (exchange) {
            byte[] asked = exchange.getRequestBody().readAllBytes();
            Lane asking = from.get();
            String title = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            note(Instant.now(), asking, to, title, asked);
            HttpResponse<byte[]> answer = forward(exchange, asked);
            note(
                    Instant.now(),
                    to,
                    asking,
                    answer.statusCode() + (answer.statusCode() == OK ? " OK" : ""),
                    answer.body());
            answer.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            exchange.sendResponseHeaders(
                    answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            inFlight.decrementAndGet();
        }
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body)
            throws IOException, InterruptedException {
        URI service = target.get();
        if (service == null) {
            exchange.sendResponseHeaders(BAD_GATEWAY, -1);
            throw new IOException("the service behind the tap is not there yet");
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service.resolve(exchange.getRequestURI()))
                        .method(
                                exchange.getRequestMethod(),
                                HttpRequest.BodyPublishers.ofByteArray(body));
        for (String name : PASSED) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private void note(Instant at, Lane sender, Lane receiver, String title, byte[] body) {
        String path = title.toLowerCase(Locale.ROOT);
        boolean binary = body.length > 0 && body[0] != '{' && body[0] != '[';
        Layer layer = path.contains("/ocsp") || binary ? Layer.OCSP : Layer.HTTP;
        String fields = binary ? "" : new String(body, StandardCharsets.UTF_8);
        timeline.add(
                new Timeline.Entry(
                        at,
                        sender,
                        receiver,
                        layer,
                        title,
                        fields,
                        binary ? Bytes.of(body) : null,
                        false));
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
