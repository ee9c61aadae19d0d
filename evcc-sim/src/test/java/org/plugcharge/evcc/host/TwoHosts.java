package org.plugcharge.evcc.host;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A car's host and a station's host in two network namespaces, joined by one link with link-local
 * IPv6.
 */
final class TwoHosts implements AutoCloseable {

    private static final String PEER = "ISO15118_PEER";

    private final String name;
    private final List<Process> started = new ArrayList<>();

    /** How a process ended and what it wrote. */
    record Run(int status, String output) {}

    /** One end of the link. */
    enum End {
        CAR("C"),
        STATION("S");

        private final String letter;

        End(String letter) {
            this.letter = letter;
        }
    }

    private TwoHosts(String name) {
        this.name = name;
    }

    /**
     * Makes both; skips the test, saying what is missing, where that can't be. {@code name}: at
     * most nine letters, one for each test class.
     */
    static TwoHosts open(String name) throws Exception {
        String python = System.getenv(PEER);
        assumeTrue(
                python != null && Files.isExecutable(Path.of(python)),
                "skipped: no "
                        + PEER
                        + ", the python executable of a venv with iso15118==0.31.2 and aiofile");
        assumeTrue(
                "root".equals(System.getProperty("user.name"))
                        && status("ip", "netns", "list") == 0,
                "skipped: network namespaces need root and iproute2");
        TwoHosts hosts = new TwoHosts(name);
        hosts.removeNamespaces();
        for (End end : End.values()) {
            must("ip", "netns", "add", hosts.namespace(end));
            must("ip", "-n", hosts.namespace(end), "link", "set", "lo", "up");
        }
        must(
                "ip",
                "link",
                "add",
                hosts.link(End.CAR),
                "netns",
                hosts.namespace(End.CAR),
                "type",
                "veth",
                "peer",
                "name",
                hosts.link(End.STATION),
                "netns",
                hosts.namespace(End.STATION));
        for (End end : End.values()) {
            must("ip", "-n", hosts.namespace(end), "link", "set", hosts.link(end), "up");
        }
        for (End end : End.values()) {
            hosts.waitForAddress(end);
        }
        return hosts;
    }

    private String namespace(End end) {
        return name + end.letter;
    }

    /** The interface at this end. */
    String link(End end) {
        return name + end.letter + "0";
    }

    /** Starts the independent stack's module at one end, its output in {@code log}. */
    Process startPeer(
            End end,
            String module,
            Path directory,
            Path log,
            Map<String, String> settings,
            String... arguments)
            throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "ip",
                                "netns",
                                "exec",
                                namespace(end),
                                String.valueOf(System.getenv(PEER)),
                                "-m",
                                module));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().put("NETWORK_INTERFACE", link(end));
        builder.environment().putAll(settings);
        Process process = builder.start();
        started.add(process);
        return process;
    }

    /** The line that starts one of our commands at one end. */
    List<String> ourCommand(End end, Class<?> command, String... options) {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                "ip",
                                "netns",
                                "exec",
                                namespace(end),
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                command.getName(),
                                "--interface",
                                link(end)));
        line.addAll(List.of(options));
        return line;
    }

    /** Starts one of our commands at one end, its output in {@code log}. */
    Process startOurs(End end, Path log, Class<?> command, String... options) throws IOException {
        Process process =
                new ProcessBuilder(ourCommand(end, command, options))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        started.add(process);
        return process;
    }

    /** Runs a command to its end. */
    static Run run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    /**
     * Waits until {@code text} stands in the log; {@link IllegalStateException} with the log after
     * {@code seconds}.
     */
    static void await(Path log, String text, int seconds) throws IOException, InterruptedException {
        for (int i = 0; i < seconds * 10; i++) {
            if (Files.exists(log) && Files.readString(log).contains(text)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException(
                "expected '" + text + "' within " + seconds + " s in\n" + Files.readString(log));
    }

    /** The status of a command; -1 if it can't be run. */
    private static int status(String... command) {
        try {
            return run(List.of(command)).status();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private static void must(String... command) throws IOException, InterruptedException {
        Run run = run(List.of(command));
        if (run.status() != 0) {
            throw new IOException(String.join(" ", command) + ": " + run.output());
        }
    }

    /** Waits until duplicate address detection has let the link-local address through. */
    private void waitForAddress(End end) throws IOException, InterruptedException {
        for (int i = 0; i < 50; i++) {
            String addresses =
                    run(List.of(
                                    "ip",
                                    "-n",
                                    namespace(end),
                                    "-6",
                                    "addr",
                                    "show",
                                    "dev",
                                    link(end),
                                    "scope",
                                    "link"))
                            .output();
            if (addresses.contains("fe80") && !addresses.contains("tentative")) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IOException("no link-local address on " + link(end));
    }

    private void removeNamespaces() {
        for (End end : End.values()) {
            status("ip", "netns", "del", namespace(end));
        }
    }

    /** Ends what was started and takes the namespaces away. */
    @Override
    public void close() {
        for (Process process : started) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            process.onExit().orTimeout(10, TimeUnit.SECONDS).exceptionally(_ -> process).join();
        }
        removeNamespaces();
    }
}
