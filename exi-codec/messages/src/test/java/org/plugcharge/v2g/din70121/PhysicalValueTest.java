package org.plugcharge.v2g.din70121;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;

class PhysicalValueTest {

    @ParameterizedTest
    @CsvSource({
        "400,0,400", "400.0,0,400", "399.5,-1,3995", "0.001,-3,1", "0,0,0", "-12.25,-2,-1225",
        "32767,0,32767", "32768,1,3277", "150000,1,15000", "32767000,3,32767", "32767.4,0,32767",
                "0.0005,-3,0"
    })
    void choosesTheMultiplierNearestToZeroThatKeepsWhatFits(
            BigDecimal amount, int multiplier, int value) {
        assertThat(PhysicalValue.of(amount, UnitSymbol.WATT))
                .isEqualTo(new PhysicalValue(multiplier, UnitSymbol.WATT, value));
    }

    @ParameterizedTest
    @CsvSource({
        "32768,32760",
        "32769.9,32760",
        "399.9999,399.9",
        "327679,327670",
        "32.7679,32.767",
        "-0.0001,-0.001"
    })
    void limitIsNeverAboveTheLimit(BigDecimal limit, BigDecimal promised) {
        assertThat(PhysicalValue.limit(limit, UnitSymbol.AMPERE).toDecimal())
                .isEqualByComparingTo(promised);
    }

    @Test
    void refusesWhatNoMultiplierCanHold() {
        assertThatThrownBy(() -> PhysicalValue.of(32_768_000L, UnitSymbol.WATT))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("32768000");
    }

    @Test
    void readsAsPeopleWriteIt() {
        assertThat(new PhysicalValue(-1, UnitSymbol.VOLT, 3995)).hasToString("399.5 V");
        assertThat(new PhysicalValue(0, null, 12)).hasToString("12");
    }
}
