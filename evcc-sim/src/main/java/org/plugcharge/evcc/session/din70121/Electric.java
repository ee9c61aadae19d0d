package org.plugcharge.evcc.session.din70121;

import org.jspecify.annotations.Nullable;
import org.plugcharge.v2g.din70121.PhysicalValue;
import org.plugcharge.v2g.din70121.UnitSymbol;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Between the car's whole milliunits and the exact decimals of messages; what the car asks for is
 * rounded down.
 */
final class Electric {

    private static final BigDecimal LARGEST = new BigDecimal("32767000");
    private static final int MILLI = 3;

    private Electric() {}

    static PhysicalValue volts(long millivolts) {
        return PhysicalValue.limit(BigDecimal.valueOf(millivolts, MILLI), UnitSymbol.VOLT);
    }

    static PhysicalValue amps(long milliamps) {
        return PhysicalValue.limit(BigDecimal.valueOf(milliamps, MILLI), UnitSymbol.AMPERE);
    }

    static PhysicalValue whole(long amount, UnitSymbol unit) {
        return PhysicalValue.limit(BigDecimal.valueOf(amount).min(LARGEST), unit);
    }

    /** Thousandths of the unit, rounded down. */
    static long milli(PhysicalValue value) {
        return floor(value.toDecimal().movePointRight(MILLI));
    }

    static long milli(@Nullable PhysicalValue value, long otherwise) {
        return value == null ? otherwise : milli(value);
    }

    /** Whole units, rounded down. */
    static long whole(@Nullable PhysicalValue value, long otherwise) {
        return value == null ? otherwise : floor(value.toDecimal());
    }

    private static long floor(BigDecimal value) {
        return value.setScale(0, RoundingMode.FLOOR).longValueExact();
    }
}
