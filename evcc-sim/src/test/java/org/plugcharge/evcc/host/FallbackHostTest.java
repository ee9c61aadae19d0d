package org.plugcharge.evcc.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.TestPki;
import org.plugcharge.certs.host.PkiFolder;
import org.plugcharge.certs.tls.ServerIdentity;
import org.plugcharge.certs.tls.ServerProfile;
import org.plugcharge.evcc.battery.Battery;
import org.plugcharge.evcc.battery.BatterySpec;
import org.plugcharge.evcc.command.EvccCommand;
import org.plugcharge.evcc.hostile.Bench;
import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.Pace;
import org.plugcharge.evcc.session.StopCause;
import org.plugcharge.evcc.session.iso2.Failure;
import org.plugcharge.evcc.session.iso2.VehiclePlan;
import org.plugcharge.evcc.session.iso2.Wishes;
import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.Authorization;
import org.plugcharge.secc.evse.Authorization.Refusal;
import org.plugcharge.secc.evse.Authorizer;
import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.Identification;
import org.plugcharge.secc.host.Secc;
import org.plugcharge.secc.host.SeccSettings;
import org.plugcharge.secc.host.TlsPolicy;
import org.plugcharge.secc.session.iso2.Iso2Station.ContractCheck;
import org.plugcharge.secc.session.iso2.StationPolicy;
import org.plugcharge.secc.simulated.SimulatedEvse;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.v2gtp.SdpSecurity;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;

/**
 * A contract that the back end refuses, over sockets and TLS: the car comes back and is charged,
 * paid at the station.
 */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class FallbackHostTest {

    private static final Duration A_WHILE = Duration.ofMinutes(5);

    private final TestPki pki = TestPki.create(3, Instant.now());
    private final NoContracts backEnd = new NoContracts();
    private final PkiCarKeys keys =
            new PkiCarKeys(pki.anchors(), Optional.empty(), InstantSource.system());

    @Test
    void theStationOffersOnlyPaymentAtTheStationToTheCarThatComesBack() throws Exception {
        keys.use(pki.chain(Iso2Profile.CONTRACT_LEAF), pki.key(Iso2Profile.CONTRACT_LEAF));
        VehiclePlan insisting = plan("020000000001", Wishes.NONE);
        VehiclePlan yielding = plan("020000000001", Wishes.NONE.orPayingAtTheStation());
        VehiclePlan other = plan("020000000002", Wishes.NONE.orPayingAtTheStation());
        try (Secc station = station(StationPolicy.USUAL.withExternalAfterFailure(A_WHILE))) {
            assertRefused(charge(station, insisting));
            assertThat(charge(station, insisting))
                    .isEqualTo(new Ending.Failed(new Failure.NotOffered("Plug and Charge")));
            assertThat(charge(station, yielding))
                    .isEqualTo(new Ending.Completed(StopCause.LOOPS_DONE));
            assertThat(backEnd.asked.getLast()).isEqualTo(new Identification.External());
            assertRefused(charge(station, other));
        }
    }

    @Test
    void withoutThePolicyTheCarItselfMayChooseOtherwise() throws Exception {
        keys.use(pki.chain(Iso2Profile.CONTRACT_LEAF), pki.key(Iso2Profile.CONTRACT_LEAF));
        VehiclePlan plan = plan("020000000001", Wishes.NONE);
        try (Secc station = station(StationPolicy.USUAL)) {
            assertRefused(charge(station, plan));
            assertRefused(charge(station, plan));
            assertThat(charge(station, plan.payingAtTheStation()))
                    .isEqualTo(new Ending.Completed(StopCause.LOOPS_DONE));
        }
    }

    @Test
    void theCommandComesBackToPayAtTheStation(@TempDir Path directory) throws Exception {
        PkiFolder.write(directory, pki);
        StringWriter said = new StringWriter();
        CommandLine car = EvccCommand.commandLine();
        car.setOut(new PrintWriter(said, true));
        car.setErr(new PrintWriter(said, true));
        try (Secc station = station(StationPolicy.USUAL.withExternalAfterFailure(A_WHILE))) {
            int status =
                    car.execute(
                            "--interface",
                            Bench.loopback().getName(),
                            "--discovery-port",
                            String.valueOf(station.discovery().getPort()),
                            "--pki",
                            directory.toString(),
                            "--auth",
                            "pnc",
                            "--or-eim",
                            "--no-staple-needed",
                            "--loops",
                            "2",
                            "--pace",
                            "5",
                            "--patience",
                            "40");
            assertThat(status).as(said.toString()).isZero();
        }
        assertThat(said.toString())
                .containsSubsequence(
                        "once more, paid at the station", "The planned charge is done.");
        assertThat(backEnd.asked)
                .hasExactlyElementsOfTypes(
                        Identification.Contract.class, Identification.External.class);
    }

    private static void assertRefused(Ending ending) {
        assertThat(ending)
                .isEqualTo(
                        new Ending.Failed(
                                new Failure.Refused(
                                        ResponseCode.FAILED_CONTRACT_CANCELED,
                                        "AuthorizationRes")));
        assertThat(((Failure) ((Ending.Failed) ending).failure()).ofContract()).isTrue();
    }

    private VehiclePlan plan(String evccId, Wishes wishes) {
        return VehiclePlan.externalPayment(
                        Bytes.fromHex(evccId), Battery.at(BatterySpec.CAR_400_V, 20), 2)
                .payingWith(keys.contract())
                .wishing(wishes)
                .paced(new Pace(Duration.ofMillis(5), Duration.ofMillis(20), 40));
    }

    private Ending charge(Secc station, VehiclePlan plan) throws Exception {
        try (Link link =
                Link.tls(
                        Doors.of(station, SdpSecurity.TLS),
                        keys.tlsProfile(),
                        new SecureRandom())) {
            return new EvccHost(
                            plan,
                            link,
                            keys,
                            CarBody.SIMULATED,
                            SessionListener.SILENT,
                            new Journal())
                    .run();
        }
    }

    private Secc station(StationPolicy policy) {
        ServerProfile identity =
                new ServerProfile(
                        List.of(
                                ServerIdentity.of(
                                        pki.chain(Iso2Profile.SECC_LEAF),
                                        pki.key(Iso2Profile.SECC_LEAF),
                                        pki.certificate(Iso2Profile.V2G_ROOT))));
        return Secc.start(
                new SeccSettings(
                        Doors.loopback(),
                        0,
                        TlsPolicy.FORCE,
                        () -> identity,
                        "DE*PLC*E00001",
                        true,
                        true,
                        false,
                        ContractCheck.CENTRAL,
                        100_000,
                        Duration.ofSeconds(1),
                        policy),
                new SimulatedEvse(SimulatedEvse.HIGH_POWER, "SIM-1", InstantSource.system()),
                backEnd);
    }

    /** Takes everybody who pays at the station, and no contract. */
    private static final class NoContracts implements Authorizer {
        private final Deque<Identification> asked = new ConcurrentLinkedDeque<>();

        @Override
        public CompletionStage<Authorization> authorize(
                String evse, Identification identification) {
            asked.add(identification);
            return CompletableFuture.completedFuture(
                    switch (identification) {
                        case Identification.External _ -> new Authorization.Accepted();
                        case Identification.Contract _ ->
                                new Authorization.Rejected(Refusal.CONTRACT_CANCELLED, "cancelled");
                    });
        }

        @Override
        public CompletionStage<Bytes> install(String evse, Bytes exiRequest) {
            return CompletableFuture.failedFuture(new IllegalStateException("nothing to install"));
        }

        @Override
        public void tell(String evse, ChargingEvent event) {}
    }
}
