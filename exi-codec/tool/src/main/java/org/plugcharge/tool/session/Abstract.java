package org.plugcharge.tool.session;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What of a message fits on one line: its simple values, quantities with their units. */
public final class Abstract {

    private static final int LONGEST_VALUE = 40;
    private static final int MOST_ITEMS = 3;
    private static final Set<String> PASSED_OVER = Set.of("Header", "ResponseCode", "@Id");

    private final List<String> quantities = new ArrayList<>();
    private final List<String> parts = new ArrayList<>();

    private Abstract() {}

    /** The line, quantities first; the response code is not in it. */
    public static String of(Message message) {
        Abstract made = new Abstract();
        message.content().forEach((name, value) -> made.add(String.valueOf(name), value));
        made.quantities.addAll(made.parts);
        return String.join(", ", made.quantities);
    }

    private void add(String name, Object value) {
        if (PASSED_OVER.contains(name)) {
            return;
        }
        switch (value) {
            case Map<?, ?> map when isQuantity(map) -> quantities.add(name + " " + quantity(map));
            case Map<?, ?> map -> map.forEach((inner, one) -> add(inner(name, inner), one));
            case List<?> list -> {
                list.stream().limit(MOST_ITEMS).forEach(one -> add(name, one));
                if (list.size() > MOST_ITEMS) {
                    parts.add("... " + (list.size() - MOST_ITEMS) + " more " + name);
                }
            }
            default -> parts.add(name + " " + shortened(value.toString()));
        }
    }

    /** Text beside attributes belongs to the element itself. */
    private static String inner(String outer, Object inner) {
        return inner.equals("#text") ? outer : String.valueOf(inner);
    }

    private static boolean isQuantity(Map<?, ?> map) {
        return map.get("Value") instanceof Number
                && (map.get("Multiplier") instanceof Number
                        || map.get("Exponent") instanceof Number);
    }

    private static String quantity(Map<?, ?> map) {
        Object power = map.containsKey("Multiplier") ? map.get("Multiplier") : map.get("Exponent");
        if (!(map.get("Value") instanceof Number value) || !(power instanceof Number exponent)) {
            return map.toString();
        }
        BigDecimal scaled =
                BigDecimal.valueOf(value.longValue())
                        .scaleByPowerOfTen(exponent.intValue())
                        .stripTrailingZeros();
        String number = scaled.toPlainString();
        Object unit = map.get("Unit");
        return unit == null ? number : number + " " + unit;
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_VALUE
                ? value
                : String.format(
                        Locale.ROOT,
                        "%s... (%d characters)",
                        value.substring(0, LONGEST_VALUE / 2),
                        value.length());
    }
}
