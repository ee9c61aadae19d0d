package org.plugcharge.csms.rating;

import java.math.BigDecimal;
import java.util.List;

/**
 * A charge detail record: what was delivered and what it costs. Never changed once made.
 *
 * @param id follows from the transaction and the tariff version, so that the same session can only
 *     ever have this id
 * @param vat on the sum of the lines, rounded once
 */
public record Cdr(
        String id,
        Delivery delivery,
        Tariff tariff,
        List<Line> lines,
        BigDecimal net,
        BigDecimal vat,
        BigDecimal gross) {

    /** Copies its list. */
    public Cdr {
        lines = List.copyOf(lines);
    }

    /** The cost dimensions, named as OCPI names them. */
    public enum Dimension {
        /** Energy in kWh. */
        ENERGY("kWh"),
        /** Charging time in minutes. */
        TIME("min"),
        /** A fee once a session. */
        FLAT("session");

        private final String unit;

        Dimension(String unit) {
            this.unit = unit;
        }

        /** What its quantity counts. */
        public String unit() {
            return unit;
        }
    }

    /**
     * One line of the bill.
     *
     * @param quantity in the dimension's unit, exact or, for minutes, to six places
     * @param net the exact quantity times the price, rounded once to the currency's minor unit
     */
    public record Line(
            Dimension dimension, BigDecimal quantity, BigDecimal price, BigDecimal net) {}
}
