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
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class SeccPeerTest {

    /** This car waits 250 ms for a CurrentDemandRes, on a slow machine too: then it comes again. */
    private static final String GAVE_UP = "TimeoutError occurred";

    private static final int TRIES = 4;

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
        try (TwoHosts hosts = TwoHosts.open()) {
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
            for (int i = 1; i < TRIES; i++) {
                Process station = station(hosts, line);
                if (!session(hosts, pki, plan).contains(GAVE_UP)) {
                    return ended(station);
                }
                station.destroyForcibly().waitFor();
            }
            Process station = station(hosts, line);
            session(hosts, pki, plan);
            return ended(station);
        }
    }

    private Process station(TwoHosts hosts, List<String> options) throws Exception {
        Process station =
                hosts.startOurs(
                        End.STATION,
                        log("station"),
                        SeccCommand.class,
                        options.toArray(String[]::new));
        TwoHosts.await(station, log("station"), "ready");
        return station;
    }

    /** One session of the car, which rests five seconds after it before it ends. */
    private String session(TwoHosts hosts, Path pki, Path plan) throws Exception {
        Process car =
                hosts.startPeer(
                        End.CAR,
                        "iso15118.evcc.main",
                        directory,
                        log("car"),
                        Map.of("PKI_PATH", pki + "/"),
                        plan.toString());
        TwoHosts.await(car, log("car"), "The data link will");
        TwoHosts.terminate(car);
        car.waitFor();
        return TwoHosts.read(log("car"));
    }

    /** The car's log, once our command has ended as it should. */
    private String ended(Process station) throws Exception {
        String car = TwoHosts.read(log("car"));
        assertThat(TwoHosts.await(station, log("station")))
                .as("status of the station:%n%s%n--- car ---%n%s", station(), car)
                .isZero();
        return car;
    }

    private Path log(String name) {
        return directory.resolve(name + ".log");
    }

    private String station() throws Exception {
        return TwoHosts.read(log("station"));
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
