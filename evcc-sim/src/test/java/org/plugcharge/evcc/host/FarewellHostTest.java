package org.plugcharge.evcc.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.plugcharge.certs.TestPki;
import org.plugcharge.certs.host.PkiFolder;
import org.plugcharge.evcc.command.EvccCommand;
import org.plugcharge.evcc.host.TwoHosts.End;
import org.plugcharge.secc.host.SeccCommand;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Either command is ended while energy flows: both sides part as the standard has it. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class FarewellHostTest {

    /** 128 and the signal's number. */
    private static final int TERMINATED = 143;

    @TempDir private Path directory = Path.of(".");

    @Test
    void aStationThatIsEndedAsksTheCarToStopFirst() throws Exception {
        try (TwoHosts hosts = TwoHosts.openCable("pcByeS")) {
            Process station = station(hosts);
            Process car = chargingCar(hosts);
            TwoHosts.terminate(station);
            assertThat(station.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(car.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(station.exitValue()).isEqualTo(TERMINATED);
            assertThat(Files.readString(log("station")))
                    .contains(
                            "stopping: the vehicle is asked to end the session",
                            "car > WeldingDetectionReq",
                            "session 1 ended: the vehicle ended the session");
        }
    }

    @Test
    void aCarThatIsEndedSaysGoodBye() throws Exception {
        try (TwoHosts hosts = TwoHosts.openCable("pcByeC")) {
            Process station = station(hosts);
            Process car = chargingCar(hosts);
            TwoHosts.terminate(car);
            assertThat(car.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(car.exitValue()).isEqualTo(TERMINATED);
            assertThat(station.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(station.exitValue()).isZero();
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
                        "--sessions",
                        "1");
        TwoHosts.await(log("station"), "ready", 30);
        return station;
    }

    private Process chargingCar(TwoHosts hosts) throws Exception {
        Process car =
                hosts.startOurs(
                        End.CAR,
                        log("car"),
                        EvccCommand.class,
                        "--loops",
                        "10000",
                        "--patience",
                        "20");
        TwoHosts.await(log("station"), "car > CurrentDemandReq", 30);
        return car;
    }

    private Path log(String name) {
        return directory.resolve(name + ".log");
    }
}
