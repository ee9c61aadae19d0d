package org.plugcharge.evcc.host;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.jspecify.annotations.Nullable;
import org.plugcharge.plc.mme.Attenuation;
import org.plugcharge.plc.mme.MacAddress;
import org.plugcharge.plc.port.EthernetPort;
import org.plugcharge.plc.port.Tap;
import org.plugcharge.plc.segment.Segment;
import org.plugcharge.plc.segment.Station;
import org.plugcharge.plc.segment.VirtualLine;
import org.plugcharge.plc.segment.Weather;
import org.plugcharge.plc.slac.ModemProfile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A car's host and a station's host in two network namespaces, joined by one link with link-local
 * IPv6.
 */
final class TwoHosts implements AutoCloseable {

    /** What no machine needs for a step of a test; on failure only it is waited for. */
    static final int PATIENCE_SECONDS = 120;

    private static final String PEER = "ISO15118_PEER";

    private static final Pattern LEFT_BEHIND = Pattern.compile("pc(\\d+)n\\d+[CS]");
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final String name =
            "pc" + ProcessHandle.current().pid() + "n" + NUMBERS.getAndIncrement();
    private final List<Process> started = new ArrayList<>();
    private @Nullable VirtualLine line;

    /** How a process ended and what it wrote. */
    record Run(int status, String output) {}

    /** One end of the link. */
    enum End {
        CAR("C", "00:b0:52:00:01:0c"),
        STATION("S", "00:b0:52:00:01:05");

        private final String letter;
        private final String modem;

        End(String letter, String modem) {
            this.letter = letter;
            this.modem = modem;
        }
    }

    private TwoHosts() {}

    /** Makes both; skips the test, saying what is missing, where that can't be. */
    static TwoHosts open() throws Exception {
        String python = System.getenv(PEER);
        assumeTrue(
                python != null && Files.isExecutable(Path.of(python)),
                "skipped: no "
                        + PEER
                        + ", the python executable of a venv with iso15118==0.31.2 and aiofile");
        return openCable();
    }

    /** The same for our own programs only. */
    static TwoHosts openCable() throws Exception {
        TwoHosts hosts = apart();
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
        hosts.linksUp();
        return hosts;
    }

    /**
     * Makes both with a virtual modem each on one power line instead, {@code decibel} apart: no
     * data passes before they are matched.
     */
    static TwoHosts openPowerLine(int decibel) throws Exception {
        TwoHosts hosts = apart();
        Segment segment = new Segment(Duration.ofMillis(200), Weather.FAIR);
        Map<Station, EthernetPort> ports = new LinkedHashMap<>();
        Station car = hosts.modem(End.CAR, Station.Role.PEV, segment, ports);
        Station station = hosts.modem(End.STATION, Station.Role.EVSE, segment, ports);
        segment.connect(car, station, Attenuation.flat(decibel));
        hosts.line = VirtualLine.start(segment, ports);
        hosts.linksUp();
        return hosts;
    }

    /** A TAP interface in the end's namespace, its modem on the segment. */
    private Station modem(
            End end, Station.Role role, Segment segment, Map<Station, EthernetPort> ports)
            throws IOException, InterruptedException {
        Tap tap = Tap.open(link(end));
        must("ip", "link", "set", link(end), "netns", namespace(end));
        Station station =
                new Station(
                        tap.address(), MacAddress.parse(end.modem), role, ModemProfile.QUALCOMM);
        segment.attach(station);
        ports.put(station, tap);
        return station;
    }

    private static TwoHosts apart() throws Exception {
        assumeTrue(
                "root".equals(System.getProperty("user.name"))
                        && status("ip", "netns", "list") == 0,
                "skipped: network namespaces need root and iproute2");
        removeLeftBehind();
        TwoHosts hosts = new TwoHosts();
        for (End end : End.values()) {
            must("ip", "netns", "add", hosts.namespace(end));
            must("ip", "-n", hosts.namespace(end), "link", "set", "lo", "up");
        }
        return hosts;
    }

    /** Namespaces carry the number of the process that made them; those of a dead one go. */
    private static void removeLeftBehind() throws IOException, InterruptedException {
        Matcher names = LEFT_BEHIND.matcher(run(List.of("ip", "netns", "list")).output());
        while (names.find()) {
            if (ProcessHandle.of(Long.parseLong(names.group(1))).isEmpty()) {
                status("ip", "netns", "del", names.group());
            }
        }
    }

    private void linksUp() throws Exception {
        for (End end : End.values()) {
            must("ip", "-n", namespace(end), "link", "set", link(end), "up");
        }
        for (End end : End.values()) {
            waitForAddress(end);
        }
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

    /** Starts somebody else's program at one end, its output in {@code log}. */
    Process start(End end, Path log, String... command) throws IOException {
        List<String> words = new ArrayList<>(List.of("ip", "netns", "exec", namespace(end)));
        words.addAll(List.of(command));
        Process process =
                new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        started.add(process);
        return process;
    }

    /** Asks a process to end, as Ctrl-C and service managers do. */
    static void terminate(Process process) throws IOException, InterruptedException {
        must("kill", "-TERM", String.valueOf(process.pid()));
    }

    /** Runs a command to its end. */
    static Run run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    /**
     * Waits until {@code text} stands in the log of a process; {@link IllegalStateException} with
     * the log if the process ends without it, or {@value #PATIENCE_SECONDS} s have passed.
     */
    static void await(Process process, Path log, String text)
            throws IOException, InterruptedException {
        for (int i = 0; i < PATIENCE_SECONDS * 20; i++) {
            boolean over = !process.isAlive();
            String said = read(log);
            if (said.contains(text)) {
                return;
            }
            if (over) {
                throw new IllegalStateException("it ended before '" + text + "':\n" + said);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new IllegalStateException(
                "expected '%s' within %d s in%n%s".formatted(text, PATIENCE_SECONDS, read(log)));
    }

    /** Waits for the end of a process; its status. {@link IllegalStateException} if it is stuck. */
    static int await(Process process, Path log) throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it is stuck:\n" + read(log));
        }
        return process.exitValue();
    }

    /** What stands in a log by now; a character may be half written. */
    static String read(Path log) throws IOException {
        return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
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
        for (int i = 0; i < 600; i++) {
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
            process.destroyForcibly();
        }
        if (line != null) {
            line.close();
        }
        removeNamespaces();
    }
}
