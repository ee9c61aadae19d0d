package org.plugcharge.csms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assumptions;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A process of the npm package ocpp-rpc, which speaks one JSON object a line with the test. */
final class NodePeer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Process process;
    private final BufferedWriter commands;
    private final BlockingQueue<JsonNode> lines = new LinkedBlockingQueue<>();
    private final List<JsonNode> seen = new ArrayList<>();
    private final List<JsonNode> unread = new ArrayList<>();

    private NodePeer(Process process) {
        this.process = process;
        this.commands = process.outputWriter(StandardCharsets.UTF_8);
        Thread.ofVirtual().start(this::read);
    }

    /** Where the package is installed; skips the test where it is not. */
    static String home() {
        String home = System.getenv("OCPP_RPC_PEER");
        Assumptions.assumeTrue(
                home != null && Files.isDirectory(Path.of(home, "node_modules", "ocpp-rpc")),
                "skipped: OCPP_RPC_PEER names no directory with the npm package ocpp-rpc 2.2.1 (npm"
                        + " i ocpp-rpc@2.2.1)");
        return Objects.requireNonNull(home);
    }

    static NodePeer start(Path directory, String script, String... arguments) throws IOException {
        Path file = directory.resolve(script);
        try (InputStream source =
                Objects.requireNonNull(NodePeer.class.getResourceAsStream(script))) {
            Files.write(file, source.readAllBytes());
        }
        List<String> command = new ArrayList<>(List.of("node", file.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectError(directory.resolve(script + ".err").toFile());
        builder.environment().put("NODE_PATH", Path.of(home(), "node_modules").toString());
        return new NodePeer(builder.start());
    }

    private void read() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(line -> lines.add(JSON.readTree(line)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The first line that fits and was not awaited before. */
    JsonNode await(String what, Predicate<JsonNode> fits) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < end) {
            for (JsonNode line : unread) {
                if (fits.test(line)) {
                    unread.remove(line);
                    return line;
                }
            }
            JsonNode line = lines.poll(200, TimeUnit.MILLISECONDS);
            if (line != null) {
                seen.add(line);
                unread.add(line);
            }
        }
        throw new AssertionError("the peer did not say " + what + "; it said " + seen);
    }

    JsonNode method(String method) throws InterruptedException {
        return await(method, line -> line.path("method").asString("").equals(method))
                .path("params");
    }

    /** Calls through the peer; its answer, or its error. */
    JsonNode call(String action, String params) throws IOException, InterruptedException {
        commands.write(
                JSON.writeValueAsString(
                        JSON.createObjectNode()
                                .put("call", action)
                                .set("params", JSON.readTree(params))));
        commands.newLine();
        commands.flush();
        return await(
                "the answer to " + action, line -> line.path("called").asString("").equals(action));
    }

    /** What the peer objected to. */
    void saidNothingWasWrong() {
        seen.addAll(lines);
        assertThat(seen).noneMatch(line -> line.has("strict") || line.has("bad"));
    }

    @Override
    public void close() throws IOException {
        commands.close();
        process.destroy();
    }
}
