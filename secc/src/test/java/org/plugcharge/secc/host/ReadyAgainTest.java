package org.plugcharge.secc.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.EvseReading.Contactor;
import org.plugcharge.secc.evse.EvseReading.ControlPilot;
import org.plugcharge.secc.evse.EvseReading.Fault;
import org.plugcharge.secc.simulated.SimulatedEvse;
import org.plugcharge.v2g.iso2.CurrentDemandRes;
import org.plugcharge.v2g.iso2.Iso2Request;

import java.time.Duration;
import java.util.List;

/**
 * However and wherever a session fails, the connector is safe at once and takes the next vehicle
 * within five seconds of the station's time, which stands still unless a test lets it pass.
 */
class ReadyAgainTest {

    private static final Duration READY = Duration.ofSeconds(5);

    private final TestStation backEnd = new TestStation();
    private final Outlet outlet = PluggedCar.outlet(backEnd);

    /** How a session fails. */
    enum Failure {
        LINK_CLOSED(false),
        NO_MESSAGE(false),
        NO_FRAME(false),
        HALF_A_FRAME(true),
        WRONG_ORDER(false),
        WRONG_SESSION(false),
        PILOT_A(false),
        PILOT_E(false),
        PILOT_F(false),
        EMERGENCY_STOP(true),
        MALFUNCTION(true),
        PILOT_B(true),
        STATION_STOPS(true),
        SILENCE(true);

        /** The station can't know that the vehicle is gone before it comes again. */
        private final boolean mayGoOn;

        Failure(boolean mayGoOn) {
            this.mayGoOn = mayGoOn;
        }
    }

    @ParameterizedTest
    @EnumSource
    void theNextVehicleChargesAfterFiveSeconds(Failure failure) {
        for (int phase = 0; phase <= Road.TO_POWER.size(); phase++) {
            try (PluggedCar car = carAt(phase)) {
                fail(car, failure, phase);
                if (failure != Failure.STATION_STOPS
                        && failure != Failure.SILENCE
                        && failure != Failure.HALF_A_FRAME) {
                    assertThat(contactor())
                            .as("%s in %d", failure, phase)
                            .isEqualTo(Contactor.OPEN);
                }
                mend();
                car.pass(READY);
                assertThat(outlet.inSession())
                        .as("%s in %d: a session without a vehicle", failure, phase)
                        .isEqualTo(failure.mayGoOn);
                nextCharges(failure, phase);
            }
        }
        assertThat(count(ChargingEvent.Started.class)).isEqualTo(count(ChargingEvent.Ended.class));
        assertThat(count(ChargingEvent.Disconnected.class))
                .as("one for each connection that agreed on a protocol")
                .isEqualTo(2L * (Road.TO_POWER.size() + 1));
    }

    private PluggedCar carAt(int phase) {
        PluggedCar car = new PluggedCar(outlet, true);
        car.negotiate();
        Road.TO_POWER.subList(0, phase).forEach(car::askOn);
        return car;
    }

    private void fail(PluggedCar car, Failure failure, int phase) {
        switch (failure) {
            case LINK_CLOSED -> car.close();
            case NO_MESSAGE -> car.octets(Bytes.fromHex("01fe800100000002ffff"));
            case NO_FRAME -> car.octets(Bytes.fromHex("ffffffffffffffff"));
            case HALF_A_FRAME -> car.octets(Bytes.fromHex("01fe80010000"));
            case WRONG_ORDER -> car.ask(phase == 0 ? Road.DEMAND : Road.SETUP);
            case WRONG_SESSION -> car.octets(Road.request(Bytes.fromHex("0102"), due(phase)));
            case PILOT_A -> evse().pilot(ControlPilot.A);
            case PILOT_B -> evse().pilot(ControlPilot.B);
            case PILOT_E -> evse().pilot(ControlPilot.E);
            case PILOT_F -> evse().pilot(ControlPilot.F);
            case EMERGENCY_STOP -> evse().fault(Fault.EMERGENCY_STOP);
            case MALFUNCTION -> evse().fault(Fault.MALFUNCTION);
            case STATION_STOPS -> outlet.stopCharging();
            case SILENCE -> {}
        }
        car.settle();
        car.heard();
    }

    /** In the first phase no id is wrong, so that the order has to be. */
    private static Iso2Request due(int phase) {
        return phase == 0 || phase == Road.TO_POWER.size() ? Road.DEMAND : Road.TO_POWER.get(phase);
    }

    /** What was broken is mended, and the vehicle shows C. */
    private void mend() {
        evse().fault(Fault.NONE);
        evse().pilot(ControlPilot.C);
    }

    private void nextCharges(Failure failure, int phase) {
        try (PluggedCar next = carAt(Road.TO_POWER.size())) {
            assertThat(next.ask(Road.DEMAND))
                    .as("after %s in %d", failure, phase)
                    .isInstanceOf(CurrentDemandRes.class);
            assertThat(contactor()).isEqualTo(Contactor.CLOSED);
        }
        assertThat(contactor()).isEqualTo(Contactor.OPEN);
        assertThat(outlet.inSession()).isFalse();
        evse().pilot(ControlPilot.NOT_WIRED);
    }

    private Contactor contactor() {
        return outlet.driver().reading().contactor();
    }

    private SimulatedEvse evse() {
        return (SimulatedEvse) outlet.driver();
    }

    private long count(Class<? extends ChargingEvent> kind) {
        List<ChargingEvent> told = backEnd.told;
        return told.stream().filter(kind::isInstance).count();
    }
}
