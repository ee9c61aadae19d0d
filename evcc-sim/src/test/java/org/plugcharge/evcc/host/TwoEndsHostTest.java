package org.plugcharge.evcc.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.TestPki;
import org.plugcharge.certs.tls.ServerIdentity;
import org.plugcharge.certs.tls.ServerProfile;
import org.plugcharge.evcc.battery.Battery;
import org.plugcharge.evcc.battery.BatterySpec;
import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.Now;
import org.plugcharge.evcc.session.Pace;
import org.plugcharge.evcc.session.StopCause;
import org.plugcharge.evcc.session.iso2.Evcc;
import org.plugcharge.evcc.session.iso2.Input;
import org.plugcharge.evcc.session.iso2.Output;
import org.plugcharge.evcc.session.iso2.State;
import org.plugcharge.evcc.session.iso2.Step;
import org.plugcharge.evcc.session.iso2.VehiclePlan;
import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.Authorization;
import org.plugcharge.secc.evse.Authorizer;
import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.Identification;
import org.plugcharge.secc.host.Secc;
import org.plugcharge.secc.host.SeccSettings;
import org.plugcharge.secc.host.TlsPolicy;
import org.plugcharge.secc.session.iso2.Iso2Station.ContractCheck;
import org.plugcharge.secc.simulated.SimulatedEvse;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolRes;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.v2gtp.SdpSecurity;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * The car's host at our own station's host over loopback sockets: TLS, a contract, a charge; and
 * the journal taken again.
 */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class TwoEndsHostTest {

    private final TestPki pki = TestPki.create(3, Instant.now());

    @Test
    void chargesWithAContractAndTheJournalReplaysToTheSameMessages() throws Exception {
        Journal journal = new Journal();
        PkiCarKeys keys =
                new PkiCarKeys(
                        pki.anchors(),
                        Optional.of(pki.member(Iso2Profile.OEM_PROVISIONING_LEAF)),
                        InstantSource.system());
        keys.use(pki.chain(Iso2Profile.CONTRACT_LEAF), pki.key(Iso2Profile.CONTRACT_LEAF));
        VehiclePlan plan =
                VehiclePlan.externalPayment(
                                Bytes.fromHex("020000000001"),
                                Battery.at(BatterySpec.CAR_400_V, 20),
                                5)
                        .payingWith(keys.contract())
                        .paced(new Pace(Duration.ofMillis(5), Duration.ofMillis(20), 20));
        try (Secc station = station();
                Link link =
                        Link.tls(
                                Doors.of(station, SdpSecurity.TLS),
                                keys.tlsProfile(),
                                new SecureRandom())) {
            Ending ending =
                    new EvccHost(
                                    plan,
                                    link,
                                    keys,
                                    CarBody.SIMULATED,
                                    SessionListener.SILENT,
                                    journal)
                            .run();
            assertThat(ending).isEqualTo(new Ending.Completed(StopCause.LOOPS_DONE));
        }
        assertThat(replay(plan, journal)).isEqualTo(sent(journal)).hasSizeGreaterThan(15);
    }

    private Secc station() throws Exception {
        ServerProfile identity =
                new ServerProfile(
                        List.of(
                                ServerIdentity.of(
                                        pki.chain(Iso2Profile.SECC_LEAF),
                                        pki.key(Iso2Profile.SECC_LEAF),
                                        pki.certificate(Iso2Profile.V2G_ROOT))));
        SeccSettings settings =
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
                        Duration.ofSeconds(1));
        return Secc.start(
                settings,
                new SimulatedEvse(SimulatedEvse.HIGH_POWER, "SIM-1", InstantSource.system()),
                new Everybody());
    }

    /** Asks for the port as a car does, at the free port this station's discovery has. */
    private static List<Object> sent(Journal journal) {
        return journal.entries().stream()
                .filter(entry -> entry.kind() == JournalEntry.Kind.SENT)
                .map(entry -> entry.message().orElseThrow())
                .toList();
    }

    private static List<Object> replay(VehiclePlan plan, Journal journal) {
        List<Object> sent = new ArrayList<>();
        State state = State.of(plan);
        for (JournalEntry entry : journal.entries()) {
            Optional<Input> input = input(entry);
            if (input.isPresent()) {
                Step step = Evcc.step(state, input.get(), new Now(entry.instant()));
                state = step.next();
                step.outputs()
                        .forEach(output -> {
                            if (output instanceof Output.Send send) {
                                sent.add(send.message());
                            } else if (output instanceof Output.SendHandshake handshake) {
                                sent.add(handshake.request());
                            }
                        });
            }
        }
        return sent;
    }

    private static Optional<Input> input(JournalEntry entry) {
        return switch (entry.message().orElse("")) {
            case V2gMessage message when entry.kind() == JournalEntry.Kind.RECEIVED ->
                    Optional.of(new Input.Received(message));
            case SupportedAppProtocolRes response -> Optional.of(new Input.Handshake(response));
            case Input input -> Optional.of(input);
            default -> Optional.empty();
        };
    }

    /** Takes everybody and installs nothing. */
    private static final class Everybody implements Authorizer {
        @Override
        public CompletionStage<Authorization> authorize(
                String evse, Identification identification) {
            return CompletableFuture.completedFuture(new Authorization.Accepted());
        }

        @Override
        public CompletionStage<Bytes> install(String evse, Bytes exiRequest) {
            return CompletableFuture.failedFuture(new IllegalStateException("nothing to install"));
        }

        @Override
        public void tell(String evse, ChargingEvent event) {}
    }
}
