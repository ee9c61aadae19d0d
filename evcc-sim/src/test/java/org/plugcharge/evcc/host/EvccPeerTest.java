package org.plugcharge.evcc.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plugcharge.certs.TestPki;
import org.plugcharge.certs.host.PkiFolder;
import org.plugcharge.evcc.command.EvccCommand;
import org.plugcharge.evcc.host.TwoHosts.End;
import org.plugcharge.evcc.host.TwoHosts.Run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Our car at the station of the PyPI package iso15118, an independent stack, in two network
 * namespaces, on a PKI made by us.
 *
 * <p>That station simulates its power electronics and always reports 1 V and 1 A, hence {@code
 * --no-power}. On a busy machine it takes longer for a CurrentDemandRes than the 250 ms of the
 * standard, hence {@code --patience}. It is asked for nothing else.
 */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class EvccPeerTest {

    @TempDir private Path directory = Path.of(".");
    private @Nullable Process station;

    @Test
    void paysAtTheStationOverPlainTcp() throws Exception {
        try (TwoHosts hosts = TwoHosts.open()) {
            startStation(hosts, Map.of("SECC_ENFORCE_TLS", "False"));
            Run car = car(hosts, "--loops", "5");

            assertThat(car.status()).as(car.output() + stationLog()).isZero();
            assertThat(car.output())
                    .contains("security NONE", "charging", "The planned charge is done.");
            assertThat(stationToTheEnd())
                    .contains(
                            "CurrentDemandReq received",
                            "SessionStopReq received",
                            "Sent SessionStopRes");
        }
    }

    @Test
    void chargesByDin70121() throws Exception {
        try (TwoHosts hosts = TwoHosts.open()) {
            startStation(hosts, Map.of("SECC_ENFORCE_TLS", "False", "PROTOCOLS", "DIN_SPEC_70121"));
            Run car = car(hosts, "--protocols", "din", "--loops", "5");

            assertThat(car.status()).as(car.output() + stationLog()).isZero();
            assertThat(car.output())
                    .contains("protocol DIN", "charging", "The planned charge is done.");
            assertThat(stationToTheEnd())
                    .contains(
                            "ContractAuthenticationReq received",
                            "CurrentDemandReq received",
                            "WeldingDetectionReq received",
                            "Sent SessionStopRes");
        }
    }

    /** The station speaks both; what the car likes best decides. */
    @ParameterizedTest
    @ValueSource(strings = {"din,iso2", "iso2,din"})
    void getsTheProtocolItLikesBest(String protocols) throws Exception {
        try (TwoHosts hosts = TwoHosts.open()) {
            startStation(
                    hosts,
                    Map.of("SECC_ENFORCE_TLS", "False", "PROTOCOLS", "DIN_SPEC_70121,ISO_15118_2"));
            Run car = car(hosts, "--protocols", protocols, "--loops", "2");

            assertThat(car.status()).as(car.output() + stationLog()).isZero();
            assertThat(car.output())
                    .contains(protocols.startsWith("din") ? "protocol DIN" : "protocol ISO2");
        }
    }

    @Test
    void installsAContractAndPaysWithItOverTls() throws Exception {
        try (TwoHosts hosts = TwoHosts.open()) {
            startStation(hosts, Map.of("SECC_ENFORCE_TLS", "True"));
            Run car =
                    car(
                            hosts,
                            "--loops",
                            "5",
                            "--auth",
                            "pnc",
                            "--install",
                            "--pki",
                            pki().toString());

            assertThat(car.status()).as(car.output() + stationLog()).isZero();
            assertThat(car.output())
                    .contains(
                            "TLS 1.2 TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256",
                            "contract installation",
                            "The planned charge is done.");
            assertThat(stationToTheEnd())
                    .contains(
                            "CertificateInstallationReq received",
                            "PaymentDetailsReq received",
                            "AuthorizationReq received",
                            "SessionStopReq received",
                            "Sent SessionStopRes");
        }
    }

    @Test
    void chargesAlternatingCurrentOverPlainTcp() throws Exception {
        try (TwoHosts hosts = TwoHosts.open()) {
            startStation(hosts, Map.of("SECC_ENFORCE_TLS", "False"));
            Run car = car(hosts, "--mode", "ac", "--loops", "5");

            assertThat(car.status()).as(car.output() + stationLog()).isZero();
            assertThat(car.output()).contains("charging", "The planned charge is done.");
            assertThat(stationToTheEnd())
                    .contains(
                            "ChargingStatusReq received",
                            "SessionStopReq received",
                            "Sent SessionStopRes");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void chargesAlternatingCurrentByContractOverTls(boolean install) throws Exception {
        try (TwoHosts hosts = TwoHosts.open()) {
            startStation(hosts, Map.of("SECC_ENFORCE_TLS", "True"));
            List<String> options =
                    new ArrayList<>(
                            List.of(
                                    "--mode",
                                    "ac",
                                    "--loops",
                                    "5",
                                    "--auth",
                                    "pnc",
                                    "--pki",
                                    pki().toString()));
            if (install) {
                options.add("--install");
            }
            Run car = car(hosts, options.toArray(String[]::new));

            assertThat(car.status()).as(car.output() + stationLog()).isZero();
            assertThat(car.output()).contains("charging", "The planned charge is done.");
            assertThat(stationToTheEnd())
                    .contains(
                            "PaymentDetailsReq received",
                            "AuthorizationReq received",
                            "ChargingStatusReq received",
                            "Sent SessionStopRes");
            assertThat(stationLog().contains("CertificateInstallationReq received"))
                    .isEqualTo(install);
        }
    }

    private Path pki() {
        return directory.resolve("pki");
    }

    private void startStation(TwoHosts hosts, Map<String, String> settings) throws Exception {
        PkiFolder.write(pki(), TestPki.create(1, Instant.now()));
        Map<String, String> all =
                new HashMap<>(
                        Map.of(
                                "PKI_PATH", pki() + "/",
                                "PROTOCOLS", "ISO_15118_2",
                                "AUTH_MODES", "EIM,PNC",
                                "MESSAGE_LOG_JSON", "False"));
        all.putAll(settings);
        station = hosts.startPeer(End.STATION, "iso15118.secc.main", directory, log(), all);
        TwoHosts.await(station, log(), "UDP server socket ready");
    }

    private Path log() {
        return directory.resolve("station.log");
    }

    /** What the station wrote, to the end of the session: the car may know of it sooner. */
    private String stationToTheEnd() throws Exception {
        TwoHosts.await(Objects.requireNonNull(station), log(), "Sent SessionStopRes");
        return stationLog();
    }

    private String stationLog() throws IOException {
        return "\n--- station ---\n" + TwoHosts.read(log());
    }

    private static Run car(TwoHosts hosts, String... options) throws Exception {
        List<String> command =
                hosts.ourCommand(
                        End.CAR,
                        EvccCommand.class,
                        "--no-power",
                        "--patience",
                        "40",
                        "--no-staple-needed");
        command.addAll(List.of(options));
        return TwoHosts.run(command);
    }
}
