package org.plugcharge.v2g.iso20;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A number: {@code value} times ten to the power of {@code exponent}; its unit is that of the
 * element it stands in (W, VAr, A, V, Hz, Wh, s, or the currency of a price schedule).
 *
 * <p>{@link #toDecimal} is exact. The ways back choose the exponent: as near to zero as keeps all
 * digits, larger where the value would not fit in 16 bits. What 16 bits cannot hold is rounded: to
 * the nearest by {@link #of}, down by {@link #limit}, so that a limit is never promised higher than
 * it is.
 */
@ComplexType("RationalNumberType")
public record RationalNumber(
        @Wire("Exponent") @Range(min = -128, max = 127) int exponent,
        @Wire("Value") @Range(min = -32768, max = 32767) int value) {

    private static final int MIN_EXPONENT = Byte.MIN_VALUE;
    private static final int MAX_EXPONENT = Byte.MAX_VALUE;

    /** The nearest number that fits; {@link ArithmeticException} beyond 3.2767e131. */
    public static RationalNumber of(BigDecimal amount) {
        return rounded(amount, RoundingMode.HALF_EVEN);
    }

    /** The number, rounded to the nearest that fits where it has more than 16 bits. */
    public static RationalNumber of(long amount) {
        return of(BigDecimal.valueOf(amount));
    }

    /**
     * The largest number that fits and is not above {@code limit}; {@link ArithmeticException}
     * beyond 3.2767e131.
     */
    public static RationalNumber limit(BigDecimal limit) {
        return rounded(limit, RoundingMode.FLOOR);
    }

    /** The exact number. */
    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(value).scaleByPowerOfTen(exponent);
    }

    private static RationalNumber rounded(BigDecimal amount, RoundingMode rounding) {
        int digits = Math.max(0, amount.stripTrailingZeros().scale());
        int least = Math.max(MIN_EXPONENT, amount.precision() - amount.scale() - 5);
        for (int exponent = Math.max(least, -digits); exponent <= MAX_EXPONENT; exponent++) {
            BigDecimal value = amount.scaleByPowerOfTen(-exponent).setScale(0, rounding);
            if (fits(value)) {
                return new RationalNumber(exponent, value.intValueExact());
            }
        }
        throw new ArithmeticException("expected at most 3.2767e131, got " + amount);
    }

    private static boolean fits(BigDecimal value) {
        return value.compareTo(BigDecimal.valueOf(Short.MIN_VALUE)) >= 0
                && value.compareTo(BigDecimal.valueOf(Short.MAX_VALUE)) <= 0;
    }

    @Override
    public String toString() {
        return toDecimal().toPlainString();
    }
}
