package org.plugcharge.evcc.script;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount with a unit, in the unit's smallest part: ms, mWh, mA, mV, mW, thousandths, loops. */
record Quantity(long amount, Unit unit) {

    private static final Pattern TEXT =
            Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,6})?) *([A-Za-z%]{1,5})");

    /** What is measured. */
    enum Unit {
        TIME("ms"),
        ENERGY("mWh"),
        CURRENT("mA"),
        VOLTAGE("mV"),
        POWER("mW"),
        SHARE("thousandths"),
        LOOPS("loops");

        private final String smallest;

        Unit(String smallest) {
            this.smallest = smallest;
        }

        String text(long amount) {
            return amount + " " + smallest;
        }
    }

    private record Scale(Unit unit, long parts) {}

    /** Reads "3.5 kWh"; empty if it is no such thing. */
    static Optional<Quantity> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return scale(matcher.group(2)).flatMap(scale -> exact(matcher.group(1), scale));
    }

    private static Optional<Quantity> exact(String number, Scale scale) {
        try {
            return Optional.of(
                    new Quantity(
                            new BigDecimal(number)
                                    .multiply(BigDecimal.valueOf(scale.parts()))
                                    .longValueExact(),
                            scale.unit()));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Optional<Scale> scale(String unit) {
        return Optional.ofNullable(
                switch (unit) {
                    case "ms" -> new Scale(Unit.TIME, 1);
                    case "s" -> new Scale(Unit.TIME, 1_000);
                    case "min" -> new Scale(Unit.TIME, 60_000);
                    case "h" -> new Scale(Unit.TIME, 3_600_000);
                    case "Wh" -> new Scale(Unit.ENERGY, 1_000);
                    case "kWh" -> new Scale(Unit.ENERGY, 1_000_000);
                    case "A" -> new Scale(Unit.CURRENT, 1_000);
                    case "V" -> new Scale(Unit.VOLTAGE, 1_000);
                    case "W" -> new Scale(Unit.POWER, 1_000);
                    case "kW" -> new Scale(Unit.POWER, 1_000_000);
                    case "%" -> new Scale(Unit.SHARE, 10);
                    case "loop", "loops" -> new Scale(Unit.LOOPS, 1);
                    default -> null;
                });
    }
}
