package org.plugcharge.evcc.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.plugcharge.certs.TestPki;
import org.plugcharge.certs.host.PkiFolder;
import org.plugcharge.evcc.host.TwoHosts.End;
import org.plugcharge.secc.host.SeccCommand;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The car of the PyPI package iso15118, an independent stack, at our station, in two network
 * namespaces, on a PKI made by us.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SeccPeerTest {

    @TempDir private Path directory = Path.of(".");

    @Test
    void anIndependentCarPaysAtTheStationOverPlainTcp() throws Exception {
        String car = charge(false);
        assertThat(car).contains("CurrentDemandRes received", "SessionStopRes received");
        assertThat(station())
                .contains("car > CableCheckReq", "session 1 ended: the vehicle ended the session");
    }

    @Test
    void anIndependentCarInstallsAContractAndPaysWithItOverTls() throws Exception {
        String car = charge(true);
        assertThat(car)
                .contains(
                        "CertificateInstallationRes received",
                        "PaymentDetailsRes received",
                        "AuthorizationRes received",
                        "CurrentDemandRes received",
                        "SessionStopRes received");
        assertThat(station())
                .contains(
                        "TLS 1.2 TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256",
                        "car > CertificateInstallationReq",
                        "session 1 ended: the vehicle ended the session");
    }

    /**
     * Runs one session; the car's log. Our command's status is 0 only if the car said good-bye with
     * SessionStopReq.
     */
    private String charge(boolean plugAndCharge) throws Exception {
        Path pki = directory.resolve("pki");
        PkiFolder.write(pki, TestPki.create(1, Instant.now()));
        Path plan = Files.writeString(directory.resolve("car.json"), carPlan(plugAndCharge));
        Path carLog = directory.resolve("car.log");
        try (TwoHosts hosts = TwoHosts.open("pcSecc")) {
            Process station =
                    hosts.startOurs(
                            End.STATION,
                            directory.resolve("station.log"),
                            SeccCommand.class,
                            "--pki",
                            pki.toString(),
                            "--sessions",
                            "1");
            TwoHosts.await(directory.resolve("station.log"), "ready", 30);
            Process car =
                    hosts.startPeer(
                            End.CAR,
                            "iso15118.evcc.main",
                            directory,
                            carLog,
                            Map.of("PKI_PATH", pki + "/"),
                            plan.toString());
            assertThat(car.waitFor(60, TimeUnit.SECONDS)).as(() -> "the car is stuck").isTrue();
            assertThat(station.waitFor(20, TimeUnit.SECONDS))
                    .as(() -> "the station is stuck")
                    .isTrue();
            assertThat(station.exitValue()).as(() -> "the station's status").isZero();
            return Files.readString(carLog);
        }
    }

    private String station() throws Exception {
        return Files.readString(directory.resolve("station.log"));
    }

    private static String carPlan(boolean plugAndCharge) {
        return """
        {"supportedProtocols": ["ISO_15118_2"], "supportedEnergyServices": ["DC"], "energyTransferMode": "DC_extended",
         "isCertInstallNeeded": %1$s, "useTls": %1$s, "enforceTls": %1$s, "maxContractCerts": 3,
         "chargeLoopCycle": 10, "chargeLoopDelay": 0.1, "maxSupportingPoints": 1024, "sdpRetryCycles": 1}
        """
                .formatted(plugAndCharge);
    }
}
