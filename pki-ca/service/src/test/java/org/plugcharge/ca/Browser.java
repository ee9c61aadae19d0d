package org.plugcharge.ca;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A headless Chromium with one page, driven by the DevTools protocol. */
final class Browser implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
    private final WebSocket socket;
    private int calls;

    private Browser(Process process, URI devTools) throws IOException, InterruptedException {
        this.process = process;
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:%d/json/new?about:blank"
                                                .formatted(devTools.getPort())))
                        .PUT(BodyPublishers.noBody())
                        .build();
        JsonNode page = JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
        URI own = URI.create(page.path("webSocketDebuggerUrl").asString());
        this.socket = http.newWebSocketBuilder().buildAsync(own, new Listener()).join();
    }

    /** Nothing if there is no Chromium here. */
    static Optional<Browser> open(Path profile) throws IOException, InterruptedException {
        Optional<Path> program =
                List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                        .stream()
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .findFirst();
        if (program.isEmpty()) {
            return Optional.empty();
        }
        Process process =
                new ProcessBuilder(
                                program.get().toString(),
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--disable-dev-shm-usage",
                                "--no-first-run",
                                "--window-size=1200,1100",
                                "--remote-debugging-port=0",
                                "--user-data-dir=" + profile,
                                "about:blank")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return Optional.of(new Browser(process, devTools(process)));
    }

    private static URI devTools(Process process) throws IOException {
        BufferedReader said =
                new BufferedReader(
                        new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith("DevTools listening on ")) {
                Thread.ofVirtual().start(() -> said.lines().forEach(rest -> {}));
                return URI.create(line.substring("DevTools listening on ".length()).strip());
            }
        }
        throw new IOException("chromium ended");
    }

    void go(URI page) throws InterruptedException {
        call("Page.enable", Map.of());
        call("Page.navigate", Map.of("url", page.toString()));
        await("document.readyState === 'complete' && location.href !== 'about:blank'");
    }

    /** The value of an expression in the page; a promise is waited for. */
    JsonNode evaluate(String expression) throws InterruptedException {
        JsonNode result =
                call(
                        "Runtime.evaluate",
                        Map.of(
                                "expression", expression,
                                "returnByValue", true,
                                "awaitPromise", true));
        assertThat(result.has("exceptionDetails")).as("%s: %s", expression, result).isFalse();
        return result.path("result").path("value");
    }

    String text(String selector) throws InterruptedException {
        return evaluate("document.querySelector('" + selector + "').innerText").asString();
    }

    /** Waits until an expression is true. */
    void await(String condition) throws InterruptedException {
        for (int i = 0; i < 300 && !evaluate(condition).asBoolean(); i++) {
            Thread.sleep(100);
        }
        assertThat(evaluate(condition).asBoolean()).as(condition).isTrue();
    }

    void screenshot(Path file) throws IOException, InterruptedException {
        JsonNode image = call("Page.captureScreenshot", Map.of("format", "png"));
        Files.write(file, Base64.getDecoder().decode(image.path("data").asString()));
    }

    private JsonNode call(String method, Map<String, Object> parameters)
            throws InterruptedException {
        calls++;
        socket.sendText(
                        JSON.writeValueAsString(
                                Map.of("id", calls, "method", method, "params", parameters)),
                        true)
                .join();
        while (true) {
            JsonNode answer = answers.poll(60, TimeUnit.SECONDS);
            assertThat(answer).as("an answer to %s", method).isNotNull();
            if (answer != null && answer.path("id").asInt() == calls) {
                assertThat(answer.has("error")).as("%s", answer).isFalse();
                return answer.path("result");
            }
        }
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                JsonNode message = JSON.readTree(text.toString());
                if (message.has("id")) {
                    answers.add(message);
                }
                text.setLength(0);
            }
            return WebSocket.Listener.super.onText(from, part, last);
        }
    }
}
