package org.plugcharge.evcc.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.plugcharge.certs.TestPki;
import org.plugcharge.certs.host.PkiFolder;

/**
 * Our car at the station of the PyPI package iso15118, an independent stack, in two network namespaces, on a PKI made by us.
 *
 * <p>That station simulates its power electronics and always reports 1 V and 1 A, hence {@code --no-power}. On a busy
 * machine it takes longer for a CurrentDemandRes than the 250 ms of the standard, hence {@code --patience}. It is asked for nothing else.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class EvccPeerTest {

    private static final String PEER = "ISO15118_PEER";
    private static final String CAR = "pcEvccCar";
    private static final String STATION = "pcEvccSta";
    private static final String CAR_LINK = "pcEvccC0";
    private static final String STATION_LINK = "pcEvccS0";

    @TempDir
    private Path directory = Path.of(".");

    private @Nullable Process station;

    @BeforeEach
    void connect() throws Exception {
        String python = System.getenv(PEER);
        assumeTrue(
                python != null && Files.isExecutable(Path.of(python)),
                "skipped: no " + PEER + ", the python executable of a venv with iso15118==0.31.2 and aiofile");
        assumeTrue(
                "root".equals(System.getProperty("user.name")) && status("ip", "netns", "list") == 0,
                "skipped: network namespaces need root and iproute2");
        disconnect();
        for (String namespace : List.of(CAR, STATION)) {
            must("ip", "netns", "add", namespace);
            must("ip", "-n", namespace, "link", "set", "lo", "up");
        }
        must("ip", "link", "add", CAR_LINK, "netns", CAR, "type", "veth", "peer", "name", STATION_LINK, "netns", STATION);
        must("ip", "-n", CAR, "link", "set", CAR_LINK, "up");
        must("ip", "-n", STATION, "link", "set", STATION_LINK, "up");
        PkiFolder.write(directory.resolve("pki"), TestPki.create(1, Instant.now()));
        waitForAddress(CAR, CAR_LINK);
        waitForAddress(STATION, STATION_LINK);
    }

    @AfterEach
    void disconnect() throws Exception {
        if (station != null) {
            station.descendants().forEach(ProcessHandle::destroy);
            station.destroy();
            station.waitFor(10, TimeUnit.SECONDS);
        }
        for (String namespace : List.of(CAR, STATION)) {
            status("ip", "netns", "del", namespace);
        }
    }

    @Test
    void paysAtTheStationOverPlainTcp() throws Exception {
        startStation(Map.of("SECC_ENFORCE_TLS", "False"));
        Run car = car("--loops", "5");

        assertThat(car.status()).as(car.output() + stationLog()).isZero();
        assertThat(car.output()).contains("security NONE", "charging", "The planned charge is done.");
        assertThat(stationLog()).contains("CurrentDemandReq received", "SessionStopReq received", "Sent SessionStopRes");
    }

    @Test
    void installsAContractAndPaysWithItOverTls() throws Exception {
        startStation(Map.of("SECC_ENFORCE_TLS", "True"));
        Run car = car("--loops", "5", "--auth", "pnc", "--install", "--pki", directory.resolve("pki").toString());

        assertThat(car.status()).as(car.output() + stationLog()).isZero();
        assertThat(car.output())
                .contains("TLS 1.2 TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256", "contract installation", "The planned charge is done.");
        assertThat(stationLog())
                .contains(
                        "CertificateInstallationReq received",
                        "PaymentDetailsReq received",
                        "AuthorizationReq received",
                        "SessionStopReq received",
                        "Sent SessionStopRes");
    }

    /** How a process ended and what it wrote. */
    private record Run(int status, String output) {}

    private void startStation(Map<String, String> settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        "ip", "netns", "exec", STATION, System.getenv(PEER), "-m", "iso15118.secc.main")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("station.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "NETWORK_INTERFACE", STATION_LINK,
                        "PKI_PATH", directory.resolve("pki") + "/",
                        "PROTOCOLS", "ISO_15118_2",
                        "AUTH_MODES", "EIM,PNC",
                        "MESSAGE_LOG_JSON", "False"));
        builder.environment().putAll(settings);
        station = builder.start();
    }

    private String stationLog() throws IOException {
        return "\n--- station ---\n" + Files.readString(directory.resolve("station.log"));
    }

    private static Run car(String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "ip",
                "netns",
                "exec",
                CAR,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                EvccCommand.class.getName(),
                "--interface",
                CAR_LINK,
                "--no-power",
                "--patience",
                "8"));
        command.addAll(List.of(options));
        return run(command);
    }

    private static Run run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    private static int status(String... command) throws InterruptedException {
        try {
            return run(List.of(command)).status();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            return -1;
        }
    }

    private static void must(String... command) throws Exception {
        Run run = run(List.of(command));
        if (run.status() != 0) {
            throw new UncheckedIOException(new IOException(String.join(" ", command) + ": " + run.output()));
        }
    }

    /** Waits until duplicate address detection has let the link-local address through. */
    private static void waitForAddress(String namespace, String link) throws Exception {
        for (int i = 0; i < 50; i++) {
            String addresses = run(List.of("ip", "-n", namespace, "-6", "addr", "show", "dev", link, "scope", "link"))
                    .output();
            if (addresses.contains("fe80") && !addresses.contains("tentative")) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("no link-local address on " + link);
    }
}
