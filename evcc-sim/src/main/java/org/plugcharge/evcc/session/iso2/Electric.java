package org.plugcharge.evcc.session.iso2;

import org.plugcharge.v2g.iso2.PhysicalValue;
import org.plugcharge.v2g.iso2.UnitSymbol;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Between the car's whole milliunits and the exact decimals of messages; what the car asks for is
 * rounded down.
 */
final class Electric {

    private static final BigDecimal LARGEST = new BigDecimal("32767000");
    private static final BigDecimal THOUSAND = new BigDecimal(1000);

    private Electric() {}

    static PhysicalValue volts(long millivolts) {
        return milli(millivolts, UnitSymbol.VOLT);
    }

    static PhysicalValue amps(long milliamps) {
        return milli(milliamps, UnitSymbol.AMPERE);
    }

    static PhysicalValue whole(long amount, UnitSymbol unit) {
        return PhysicalValue.limit(BigDecimal.valueOf(amount).min(LARGEST), unit);
    }

    private static PhysicalValue milli(long thousandths, UnitSymbol unit) {
        return PhysicalValue.limit(BigDecimal.valueOf(thousandths, 3), unit);
    }

    /** The power of this voltage and current, in W, rounded down. */
    static long watts(long millivolts, long milliamps) {
        return millivolts * milliamps / 1_000_000;
    }

    /** Thousandths of the unit, rounded down. */
    static long milli(PhysicalValue value) {
        return value.toDecimal()
                .multiply(THOUSAND)
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
    }

    /** Whole units, rounded down. */
    static long whole(PhysicalValue value) {
        return value.toDecimal().setScale(0, RoundingMode.FLOOR).longValueExact();
    }
}
