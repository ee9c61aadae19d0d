package org.plugcharge.evcc.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plugcharge.certs.TestPki;
import org.plugcharge.certs.host.PkiFolder;
import org.plugcharge.evcc.host.TwoHosts.End;
import org.plugcharge.secc.host.SeccCommand;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The car of the PyPI package iso15118, an independent stack, at our station, in two network
 * namespaces, on a PKI made by us.
 */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class SeccPeerTest {

    private static final List<String> BOTH = List.of("DIN_SPEC_70121", "ISO_15118_2");

    @TempDir private Path directory = Path.of(".");

    @Test
    void anIndependentCarPaysAtTheStationOverPlainTcp() throws Exception {
        String car = charge("DC", Payment.EXTERNAL);
        assertThat(car).contains("CurrentDemandRes received", "SessionStopRes received");
        assertThat(station())
                .contains("car > CableCheckReq", "session 1 ended: the vehicle ended the session");
    }

    @Test
    void anIndependentCarInstallsAContractAndPaysWithItOverTls() throws Exception {
        String car = charge("DC", Payment.INSTALLATION);
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

    @Test
    void anIndependentCarChargesAlternatingCurrentOverPlainTcp() throws Exception {
        String car = charge("AC", Payment.EXTERNAL);
        assertThat(car).contains("ChargingStatusRes received", "SessionStopRes received");
        assertThat(station())
                .contains(
                        "car > ChargingStatusReq",
                        "session 1 ended: the vehicle ended the session");
    }

    @Test
    void anIndependentCarChargesAlternatingCurrentByContractOverTls() throws Exception {
        String car = charge("AC", Payment.CONTRACT, "--receipts", "1");
        assertThat(car)
                .contains(
                        "PaymentDetailsRes received",
                        "AuthorizationRes received",
                        "ChargingStatusRes received",
                        "MeteringReceiptRes received",
                        "SessionStopRes received")
                .doesNotContain("CertificateInstallationRes received");
        assertThat(station())
                .contains(
                        "car > MeteringReceiptReq",
                        "session 1 ended: the vehicle ended the session");
    }

    @Test
    void anIndependentCarInstallsAContractAtAnAcOutletOverTls() throws Exception {
        String car = charge("AC", Payment.INSTALLATION);
        assertThat(car)
                .contains(
                        "CertificateInstallationRes received",
                        "PaymentDetailsRes received",
                        "ChargingStatusRes received",
                        "SessionStopRes received");
    }

    @Test
    void anIndependentCarChargesByDin70121() throws Exception {
        String car = charge("DC", Payment.EXTERNAL, List.of("DIN_SPEC_70121"));
        assertThat(car).contains("CurrentDemandRes received", "SessionStopRes received");
        assertThat(station())
                .contains(
                        "car > ContractAuthenticationReq",
                        "car > WeldingDetectionReq",
                        "session 1 ended: the vehicle ended the session");
    }

    /**
     * This car shuffles its protocols, whatever order they are listed in: its first wish of that
     * day decides.
     */
    @Test
    void anIndependentCarOfBothProtocolsGetsTheOneItLikesBest() throws Exception {
        String car = charge("DC", Payment.EXTERNAL, BOTH);
        assertThat(car).contains("SessionStopRes received");
        boolean din = station().contains("appProtocols=[AppProtocol[protocolNamespace=urn:din");
        assertThat(station())
                .contains("car > " + (din ? "ContractAuthenticationReq" : "AuthorizationReq"));
    }

    /** Whatever it likes best, a station serves only what it speaks. */
    @ParameterizedTest
    @CsvSource({"iso2, AuthorizationReq", "din, ContractAuthenticationReq"})
    void anIndependentCarOfBothProtocolsGetsTheOneWeSpeak(String protocol, String spoken)
            throws Exception {
        String car = charge("DC", Payment.EXTERNAL, BOTH, "--protocols", protocol);
        assertThat(car).contains("SessionStopRes received");
        assertThat(station()).contains("car > " + spoken);
    }

    /** With DC this car never signs for the meter, whatever it is told; it charges all the same. */
    @Test
    void anIndependentCarThatSignsNothingChargesDirectCurrentByContract() throws Exception {
        String car = charge("DC", Payment.CONTRACT, "--receipts", "1");
        assertThat(car).contains("CurrentDemandRes received", "SessionStopRes received");
        assertThat(station()).contains("session 1 ended: the vehicle ended the session");
    }

    /** How the car pays. */
    private enum Payment {
        EXTERNAL,
        CONTRACT,
        INSTALLATION
    }

    /**
     * Runs one session; the car's log. Our command's status is 0 only if the car said good-bye with
     * SessionStopReq.
     */
    private String charge(String current, Payment payment, String... options) throws Exception {
        return charge(current, payment, List.of("ISO_15118_2"), options);
    }

    private String charge(
            String current, Payment payment, List<String> protocols, String... options)
            throws Exception {
        Path pki = directory.resolve("pki");
        PkiFolder.write(pki, TestPki.create(1, Instant.now()));
        Path plan =
                Files.writeString(
                        directory.resolve("car.json"), carPlan(current, payment, protocols));
        Path carLog = directory.resolve("car.log");
        try (TwoHosts hosts = TwoHosts.open("pcSecc")) {
            List<String> line =
                    new ArrayList<>(
                            List.of(
                                    "--pki",
                                    pki.toString(),
                                    "--sessions",
                                    "1",
                                    "--mode",
                                    current.toLowerCase(Locale.ROOT)));
            line.addAll(List.of(options));
            Process station =
                    hosts.startOurs(
                            End.STATION,
                            directory.resolve("station.log"),
                            SeccCommand.class,
                            line.toArray(String[]::new));
            TwoHosts.await(directory.resolve("station.log"), "ready", 30);
            Process car =
                    hosts.startPeer(
                            End.CAR,
                            "iso15118.evcc.main",
                            directory,
                            carLog,
                            Map.of("PKI_PATH", pki + "/"),
                            plan.toString());
            assertThat(car.waitFor(120, TimeUnit.SECONDS)).as(() -> "the car is stuck").isTrue();
            assertThat(station.waitFor(40, TimeUnit.SECONDS))
                    .as(() -> "the station is stuck")
                    .isTrue();
            assertThat(station.exitValue()).as(() -> "the station's status").isZero();
            return Files.readString(carLog);
        }
    }

    private String station() throws Exception {
        return Files.readString(directory.resolve("station.log"));
    }

    /**
     * Ten rounds of the charge loop without a pause; with a contract, where receipts fall due every
     * second, four with a second between them, however fast the machine. The car knows whole
     * seconds only.
     */
    private static String carPlan(String current, Payment payment, List<String> protocols) {
        return """
        {"supportedProtocols": ["%5$s"], "supportedEnergyServices": ["%1$s"], "energyTransferMode": "%2$s",
         "isCertInstallNeeded": %3$s, "useTls": %4$s, "enforceTls": %4$s, "maxContractCerts": 3,
         "chargeLoopCycle": %6$d, "chargeLoopDelay": %7$d, "maxSupportingPoints": 1024, "sdpRetryCycles": 1}
        """
                .formatted(
                        current,
                        current.equals("AC") ? "AC_three_phase_core" : "DC_extended",
                        payment == Payment.INSTALLATION,
                        payment != Payment.EXTERNAL,
                        String.join("\", \"", protocols),
                        payment == Payment.CONTRACT ? 4 : 10,
                        payment == Payment.CONTRACT ? 1 : 0);
    }
}
