package org.plugcharge.evcc.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.plugcharge.certs.TestPki;
import org.plugcharge.certs.host.PkiFolder;
import org.plugcharge.evcc.command.EvccCommand;
import org.plugcharge.evcc.host.TwoHosts.End;
import org.plugcharge.secc.host.SeccCommand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * SLAC on network interfaces with a virtual modem behind each: our commands with each other, and
 * each with the {@code pev} and {@code evse} of Debian's plc-utils-extra.
 */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class SlacPeerTest {

    /** Its own default rests ten seconds after each key, as long as our car asks in all. */
    private static final String WITHOUT_REST =
            """
            [default]
            station identifier = BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB
            network membership key = B59319D7E8157BA001B018669CCEE30D
            network identifier = 026BCBA5354E08
            number of sounds = 10
            time to sound = 6
            response type = 1
            settle time = 0
            charge time = 2
            """;

    @TempDir private Path directory = Path.of(".");

    @Test
    void aCarMatchesAndCharges() throws Exception {
        try (TwoHosts hosts = TwoHosts.openPowerLine(27)) {
            Process station = station(hosts);
            Process car =
                    hosts.startOurs(
                            End.CAR,
                            log("car"),
                            EvccCommand.class,
                            "--slac",
                            "--loops",
                            "3",
                            "--patience",
                            "40");
            assertThat(TwoHosts.await(car, log("car"))).as(() -> read("car")).isZero();
            assertThat(TwoHosts.await(station, log("station"))).as(() -> read("station")).isZero();
            assertThat(read("car")).contains("SLAC: matched with");
            assertThat(read("station")).contains("SLAC: vehicle", "matched, link is up");
        }
    }

    @Test
    void withoutAMatchNothingPasses() throws Exception {
        try (TwoHosts hosts = TwoHosts.openPowerLine(27)) {
            station(hosts);
            TwoHosts.Run car =
                    TwoHosts.run(hosts.ourCommand(End.CAR, EvccCommand.class, "--loops", "3"));
            assertThat(car.status()).as(car::output).isEqualTo(1);
            assertThat(read("station")).doesNotContain("car >");
        }
    }

    @Test
    void anIndependentCarMatchesAtTheStation() throws Exception {
        assumePlcUtils();
        try (TwoHosts hosts = TwoHosts.openPowerLine(27)) {
            Process station = station(hosts);
            hosts.start(End.CAR, log("pev"), "pev", "-i", hosts.link(End.CAR), "-v");
            TwoHosts.await(station, log("station"), "matched, link is up");
        }
    }

    @Test
    void theCarMatchesAtAnIndependentStation() throws Exception {
        assumePlcUtils();
        try (TwoHosts hosts = TwoHosts.openPowerLine(27)) {
            Path profile = Files.writeString(directory.resolve("evse.ini"), WITHOUT_REST);
            Process evse =
                    hosts.start(
                            End.STATION,
                            log("evse"),
                            "evse",
                            "-i",
                            hosts.link(End.STATION),
                            "-p",
                            profile.toString(),
                            "-v");
            TwoHosts.await(evse, log("evse"), "<-- CM_SET_KEY.CNF");
            Process car = hosts.startOurs(End.CAR, log("car"), EvccCommand.class, "--slac");
            TwoHosts.await(car, log("car"), "SLAC: matched with");
        }
    }

    private Process station(TwoHosts hosts) throws Exception {
        Path pki = directory.resolve("pki");
        PkiFolder.write(pki, TestPki.create(1, Instant.now()));
        Process station =
                hosts.startOurs(
                        End.STATION,
                        log("station"),
                        SeccCommand.class,
                        "--pki",
                        pki.toString(),
                        "--slac",
                        "--sessions",
                        "1");
        TwoHosts.await(station, log("station"), "ready");
        return station;
    }

    private static void assumePlcUtils() {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/pev")),
                "skipped: no pev and evse (Debian package plc-utils-extra)");
    }

    private Path log(String name) {
        return directory.resolve(name + ".log");
    }

    private String read(String name) {
        try {
            return TwoHosts.read(log(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
