package org.plugcharge.v2g.din70121;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount, mostly with its unit: {@code value} times ten to the power of {@code multiplier} (-3
 * to 3); the value has 16 bits.
 *
 * <p>{@link #toDecimal} is exact. The ways back choose the multiplier: as near to zero as keeps all
 * digits, larger where the value would not fit in 16 bits. What the three decimal places or 16 bits
 * cannot hold is rounded: to the nearest by {@link #of}, down by {@link #limit}, so that a limit is
 * never promised higher than it is.
 */
@ComplexType("PhysicalValueType")
@Namespace(Din70121Namespaces.DATA_TYPES)
public record PhysicalValue(
        @Wire("Multiplier") @Range(min = -3, max = 3) int multiplier,
        @Wire("Unit") @Nullable UnitSymbol unit,
        @Wire("Value") @Range(min = -32768, max = 32767) int value) {

    private static final int MIN_MULTIPLIER = -3;
    private static final int MAX_MULTIPLIER = 3;

    /** The nearest value that fits; {@link ArithmeticException} beyond 32,767,000. */
    public static PhysicalValue of(BigDecimal amount, UnitSymbol unit) {
        return rounded(amount, unit, RoundingMode.HALF_EVEN);
    }

    /** The whole amount; {@link ArithmeticException} beyond 32,767,000. */
    public static PhysicalValue of(long amount, UnitSymbol unit) {
        return of(BigDecimal.valueOf(amount), unit);
    }

    /**
     * The largest value that fits and is not above {@code limit}; {@link ArithmeticException}
     * beyond 32,767,000.
     */
    public static PhysicalValue limit(BigDecimal limit, UnitSymbol unit) {
        return rounded(limit, unit, RoundingMode.FLOOR);
    }

    /** The exact amount in the unit. */
    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(value).scaleByPowerOfTen(multiplier);
    }

    private static PhysicalValue rounded(
            BigDecimal amount, UnitSymbol unit, RoundingMode rounding) {
        int digits = Math.max(0, amount.stripTrailingZeros().scale());
        for (int multiplier = Math.max(MIN_MULTIPLIER, -digits);
                multiplier <= MAX_MULTIPLIER;
                multiplier++) {
            BigDecimal value = amount.scaleByPowerOfTen(-multiplier).setScale(0, rounding);
            if (fits(value)) {
                return new PhysicalValue(multiplier, unit, value.intValueExact());
            }
        }
        throw new ArithmeticException(
                "expected at most 32767000 " + unit + ", got " + amount.toPlainString());
    }

    private static boolean fits(BigDecimal value) {
        return value.compareTo(BigDecimal.valueOf(Short.MIN_VALUE)) >= 0
                && value.compareTo(BigDecimal.valueOf(Short.MAX_VALUE)) <= 0;
    }

    @Override
    public String toString() {
        return toDecimal().toPlainString() + (unit == null ? "" : " " + unit.symbol());
    }
}
