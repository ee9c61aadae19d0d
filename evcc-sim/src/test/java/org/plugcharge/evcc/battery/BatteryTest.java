package org.plugcharge.evcc.battery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class BatteryTest {

    private static final BatterySpec SPEC = BatterySpec.CAR_400_V;

    @Test
    void energyIsVoltageTimesCurrentTimesTimeExactly() {
        Battery battery = Battery.at(SPEC, 0).charged(400_000, 250_000, Duration.ofSeconds(36));
        assertThat(battery.storedNanojoules()).isEqualTo(3_600_000_000_000_000L);
        assertThat(battery.storedWh()).isEqualTo(1000);
    }

    @Test
    void voltageRisesInAStraightLine() {
        assertThat(Battery.at(SPEC, 0).millivolts()).isEqualTo(320_000);
        assertThat(Battery.at(SPEC, 50).millivolts()).isEqualTo(365_000);
        assertThat(Battery.at(SPEC, 100).millivolts()).isEqualTo(410_000);
    }

    @Test
    void currentTapersToNothing() {
        assertThat(Battery.at(SPEC, 60).acceptedMilliamps()).isEqualTo(400_000);
        assertThat(Battery.at(SPEC, 80).acceptedMilliamps()).isEqualTo(200_000);
        assertThat(Battery.at(SPEC, 100).acceptedMilliamps()).isZero();
    }

    @Test
    void isNeverMoreThanFullAndNeverLosesByAbsurdReadings() {
        Battery full = Battery.at(SPEC, 100);
        assertThat(full.charged(400_000, 400_000, Duration.ofSeconds(10))).isEqualTo(full);
        Battery half = Battery.at(SPEC, 50);
        assertThat(half.charged(-400_000, 400_000, Duration.ofSeconds(10))).isEqualTo(half);
        assertThat(half.charged(Long.MAX_VALUE, Long.MAX_VALUE, Duration.ofDays(99)).percent())
                .isEqualTo(100);
    }

    @Test
    void refusesBatteriesThatCannotBe() {
        assertThatThrownBy(() -> new BatterySpec(0, 1, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
