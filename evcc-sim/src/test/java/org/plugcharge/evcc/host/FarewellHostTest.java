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

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Either command is ended while energy flows: both sides part as the standard has it. */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class FarewellHostTest {

    /** 128 and the signal's number. */
    private static final int TERMINATED = 143;

    @TempDir private Path directory = Path.of(".");

    @Test
    void aStationThatIsEndedAsksTheCarToStopFirst() throws Exception {
        try (TwoHosts hosts = TwoHosts.openCable()) {
            Process station = station(hosts);
            Process car = chargingCar(hosts, station);
            TwoHosts.terminate(station);
            assertThat(TwoHosts.await(station, log("station"))).isEqualTo(TERMINATED);
            TwoHosts.await(car, log("car"));
            assertThat(TwoHosts.read(log("station")))
                    .contains(
                            "stopping: the vehicle is asked to end the session",
                            "car > WeldingDetectionReq",
                            "session 1 ended: the vehicle ended the session");
        }
    }

    @Test
    void aCarThatIsEndedSaysGoodBye() throws Exception {
        try (TwoHosts hosts = TwoHosts.openCable()) {
            Process station = station(hosts);
            Process car = chargingCar(hosts, station);
            TwoHosts.terminate(car);
            assertThat(TwoHosts.await(car, log("car"))).isEqualTo(TERMINATED);
            assertThat(TwoHosts.await(station, log("station"))).isZero();
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
        TwoHosts.await(station, log("station"), "ready");
        return station;
    }

    private Process chargingCar(TwoHosts hosts, Process station) throws Exception {
        Process car =
                hosts.startOurs(
                        End.CAR,
                        log("car"),
                        EvccCommand.class,
                        "--loops",
                        "10000",
                        "--patience",
                        "40");
        TwoHosts.await(station, log("station"), "car > CurrentDemandReq");
        return car;
    }

    private Path log(String name) {
        return directory.resolve(name + ".log");
    }
}
