package org.plugcharge.evcc.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plugcharge.certs.tls.ServerProfile;
import org.plugcharge.evcc.battery.Battery;
import org.plugcharge.evcc.battery.BatterySpec;
import org.plugcharge.evcc.battery.OnBoardCharger;
import org.plugcharge.evcc.session.ChargePoint;
import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.Pace;
import org.plugcharge.evcc.session.Phase;
import org.plugcharge.evcc.session.PilotTrouble;
import org.plugcharge.evcc.session.ProtocolOffer;
import org.plugcharge.evcc.session.StopCause;
import org.plugcharge.evcc.session.iso2.Failure;
import org.plugcharge.evcc.session.iso2.VehiclePlan;
import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.Authorization;
import org.plugcharge.secc.evse.Authorizer;
import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.ChargingEvent.EndReason;
import org.plugcharge.secc.evse.EvseReading.Contactor;
import org.plugcharge.secc.evse.EvseReading.ControlPilot;
import org.plugcharge.secc.evse.Identification;
import org.plugcharge.secc.host.Secc;
import org.plugcharge.secc.host.SeccSettings;
import org.plugcharge.secc.host.TlsPolicy;
import org.plugcharge.secc.session.AppProtocolNegotiation;
import org.plugcharge.secc.session.iso2.Iso2Station.ContractCheck;
import org.plugcharge.secc.simulated.SimulatedEvse;
import org.plugcharge.v2g.v2gtp.SdpSecurity;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Both hosts over loopback sockets, by DIN SPEC 70121 and with a choice of protocols. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class DinTwoEndsHostTest {

    private final SimulatedEvse outlet =
            new SimulatedEvse(SimulatedEvse.HIGH_POWER, "SIM-1", InstantSource.system());
    private final Everybody everybody = new Everybody();
    private final Progress progress = new Progress();
    private CarBody body = CarBody.SIMULATED;

    @Test
    void chargesAndTheStationIsReadyForTheNext() throws Exception {
        try (Secc station = station(AppProtocolNegotiation.Protocol.values())) {
            for (int i = 0; i < 2; i++) {
                assertThat(charge(station, plan(5), ProtocolOffer.Protocol.DIN))
                        .isEqualTo(new Ending.Completed(StopCause.LOOPS_DONE));
                assertThat(everybody.next(ChargingEvent.Started.class).identification())
                        .isEqualTo(new Identification.External());
                assertThat(everybody.next(ChargingEvent.Ended.class).reason())
                        .isEqualTo(EndReason.VEHICLE);
                everybody.next(ChargingEvent.Disconnected.class);
                assertThat(outlet.reading().contactor()).isEqualTo(Contactor.OPEN);
            }
        }
        assertThat(progress.noted).contains("protocol DIN");
    }

    @Test
    void theCarsFirstWishThatTheStationSpeaksDecides() throws Exception {
        Ending good = new Ending.Completed(StopCause.LOOPS_DONE);
        try (Secc both = station(AppProtocolNegotiation.Protocol.values())) {
            assertThat(
                            charge(
                                    both,
                                    plan(1),
                                    ProtocolOffer.Protocol.ISO2,
                                    ProtocolOffer.Protocol.DIN))
                    .isEqualTo(good);
            everybody.next(ChargingEvent.Disconnected.class);
            assertThat(
                            charge(
                                    both,
                                    plan(1),
                                    ProtocolOffer.Protocol.DIN,
                                    ProtocolOffer.Protocol.ISO2))
                    .isEqualTo(good);
        }
        try (Secc iso2 = station(AppProtocolNegotiation.Protocol.ISO2)) {
            assertThat(
                            charge(
                                    iso2,
                                    plan(1),
                                    ProtocolOffer.Protocol.DIN,
                                    ProtocolOffer.Protocol.ISO2))
                    .isEqualTo(good);
        }
        assertThat(progress.noted)
                .filteredOn(text -> text.startsWith("protocol"))
                .containsExactly("protocol ISO2", "protocol DIN", "protocol ISO2");
    }

    @Test
    void withoutACommonProtocolNobodyCharges() throws Exception {
        try (Secc station = station(AppProtocolNegotiation.Protocol.ISO2)) {
            assertThat(charge(station, plan(1), ProtocolOffer.Protocol.DIN))
                    .isEqualTo(new Ending.Failed(new Failure.NoProtocol()));
        }
    }

    @Test
    void aCarThatNeedsAlternatingCurrentOffersNoDin() throws Exception {
        VehiclePlan ac = plan(1).alternating(OnBoardCharger.ELEVEN_KILOWATTS);
        try (Secc station = station(AppProtocolNegotiation.Protocol.values())) {
            assertThatThrownBy(() -> charge(station, ac, ProtocolOffer.Protocol.DIN))
                    .isInstanceOf(CarException.class)
                    .hasMessageContaining("direct current");
        }
    }

    @Test
    void theStationAsksTheCarToStop() throws Exception {
        try (Secc station = station(AppProtocolNegotiation.Protocol.DIN)) {
            progress.onFirst = station::stopCharging;
            assertThat(charge(station, plan(100_000), ProtocolOffer.Protocol.DIN))
                    .isEqualTo(new Ending.Completed(StopCause.STATION));
            assertThat(everybody.next(ChargingEvent.Ended.class).reason())
                    .isEqualTo(EndReason.STATION);
        }
    }

    @Test
    void aPulledCableOpensTheContactor() throws Exception {
        try (Secc station = station(AppProtocolNegotiation.Protocol.DIN)) {
            progress.onFirst = () -> outlet.pilot(ControlPilot.A);
            assertThat(charge(station, plan(100_000), ProtocolOffer.Protocol.DIN))
                    .isInstanceOf(Ending.Failed.class);
            assertThat(everybody.next(ChargingEvent.Ended.class).reason())
                    .isEqualTo(EndReason.VEHICLE_LOST);
            assertThat(outlet.reading().contactor()).isEqualTo(Contactor.OPEN);
        }
    }

    @ParameterizedTest
    @EnumSource
    void troubleOnTheControlPilotEndsTheCharge(ProtocolOffer.Protocol protocol) throws Exception {
        try (Secc station = station(AppProtocolNegotiation.Protocol.values())) {
            for (PilotTrouble trouble : PilotTrouble.values()) {
                Pilot pilot = new Pilot();
                body = pilot;
                progress.onFirst = () -> pilot.shows(trouble);
                String failure =
                        switch (trouble) {
                            case FAULT -> "PilotFault";
                            case GONE -> "Unplugged";
                        };
                assertThat(charge(station, plan(100_000), protocol))
                        .isInstanceOfSatisfying(
                                Ending.Failed.class,
                                failed ->
                                        assertThat(failed.failure().getClass().getSimpleName())
                                                .isEqualTo(failure));
                assertThat(pilot.closed).as("the car's contactors").isFalse();
                everybody.next(ChargingEvent.Ended.class);
                assertThat(outlet.reading().contactor()).isEqualTo(Contactor.OPEN);
            }
        }
    }

    private Ending charge(Secc station, VehiclePlan plan, ProtocolOffer.Protocol... protocols)
            throws Exception {
        try (Link link = Link.plain(Doors.of(station, SdpSecurity.NONE))) {
            return new EvccHost(
                            plan,
                            new ProtocolOffer(List.of(protocols)),
                            link,
                            CarKeys.NONE,
                            body,
                            progress,
                            new Journal(),
                            Manner.BY_THE_BOOK)
                    .run();
        }
    }

    private static VehiclePlan plan(int loops) {
        return VehiclePlan.externalPayment(
                        Bytes.fromHex("020000000001"), Battery.at(BatterySpec.CAR_400_V, 20), loops)
                .paced(new Pace(Duration.ofMillis(5), Duration.ofMillis(20), 40));
    }

    private Secc station(AppProtocolNegotiation.Protocol... protocols) {
        Set<AppProtocolNegotiation.Protocol> spoken = EnumSet.copyOf(List.of(protocols));
        return Secc.start(
                new SeccSettings(
                                Doors.loopback(),
                                0,
                                TlsPolicy.PROHIBIT,
                                () -> new ServerProfile(List.of()),
                                "49*89*6360",
                                true,
                                true,
                                true,
                                ContractCheck.CENTRAL,
                                100_000,
                                Duration.ofMillis(200))
                        .speaking(spoken),
                outlet,
                everybody);
    }

    /** A car with a pilot that can show trouble. */
    private static final class Pilot implements CarBody {
        private Consumer<PilotTrouble> heard = _ -> {};
        private boolean closed;

        @Override
        public void pilot(org.plugcharge.evcc.session.ControlPilot state) {}

        @Override
        public boolean contactors(boolean close) {
            closed = close;
            return true;
        }

        @Override
        public void onPilotTrouble(Consumer<PilotTrouble> hearing) {
            heard = hearing;
        }

        void shows(PilotTrouble trouble) {
            heard.accept(trouble);
        }
    }

    /** Hears what the car says of itself; does something at the first reading of the loop. */
    private static final class Progress implements SessionListener {
        final List<String> noted = new java.util.concurrent.CopyOnWriteArrayList<>();
        Runnable onFirst = () -> {};

        @Override
        public void entered(Phase phase) {}

        @Override
        public void observed(ChargePoint point) {
            if (point.loop() == 1) {
                onFirst.run();
            }
        }

        @Override
        public void noted(String text) {
            noted.add(text);
        }
    }

    /** Takes everybody, and remembers what it is told. */
    private static final class Everybody implements Authorizer {
        private final BlockingQueue<ChargingEvent> events = new LinkedBlockingQueue<>();

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
        public void tell(String evse, ChargingEvent event) {
            events.add(event);
        }

        /** The next event of this kind; other kinds before it are passed over. */
        <T extends ChargingEvent> T next(Class<T> kind) throws InterruptedException {
            while (true) {
                ChargingEvent event = events.poll(60, TimeUnit.SECONDS);
                if (event == null) {
                    throw new AssertionError("no " + kind.getSimpleName());
                }
                if (kind.isInstance(event)) {
                    return kind.cast(event);
                }
            }
        }
    }
}
