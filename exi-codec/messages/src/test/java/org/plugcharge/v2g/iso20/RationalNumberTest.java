package org.plugcharge.v2g.iso20;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;

class RationalNumberTest {

    @ParameterizedTest
    @CsvSource({
        "400,0,400",
        "400.0,0,400",
        "4E+2,0,400",
        "399.5,-1,3995",
        "0.001,-3,1",
        "0,0,0",
        "-12.25,-2,-1225",
        "32767,0,32767",
        "32768,1,3277",
        "-32768,0,-32768",
        "-32769,1,-3277",
        "400000,2,4000",
        "1000000,2,10000",
        "1E+6,2,10000",
        "32767.4,0,32767",
        "0.00005,-5,5",
        "1.23456789,-4,12346",
        "3.2767E+131,127,32767",
        "1E-128,-128,1",
        "1E-129,-128,0"
    })
    void choosesTheExponentNearestToZeroThatKeepsWhatFits(
            BigDecimal amount, int exponent, int value) {
        assertThat(RationalNumber.of(amount)).isEqualTo(new RationalNumber(exponent, value));
    }

    @ParameterizedTest
    @CsvSource({
        "32768,32760",
        "32769.9,32760",
        "399.99999,399.9",
        "327679,327670",
        "32.7679,32.767",
        "-1.00001,-1.0001",
        "123456789,123450000"
    })
    void limitIsNeverAboveTheLimit(BigDecimal limit, BigDecimal promised) {
        assertThat(RationalNumber.limit(limit).toDecimal()).isEqualByComparingTo(promised);
    }

    @Test
    void refusesWhatNoExponentCanHold() {
        assertThatThrownBy(() -> RationalNumber.of(new BigDecimal("3.2768E131")))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("3.2768E+131");
    }

    @Test
    void readsAsPeopleWriteIt() {
        assertThat(new RationalNumber(-1, 3995)).hasToString("399.5");
        assertThat(RationalNumber.of(150_000)).hasToString("150000");
    }
}
