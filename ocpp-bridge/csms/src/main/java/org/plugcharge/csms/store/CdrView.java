package org.plugcharge.csms.store;

import org.plugcharge.csms.rating.Cdr;
import org.plugcharge.csms.rating.Delivery;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A CDR as it is stored and given out: flat, with the readings and prices it follows from.
 *
 * @param energyWh end minus begin of the register
 * @param chargingSeconds time in state Charging
 */
public record CdrView(
        String id,
        String tenant,
        String station,
        int evse,
        String transactionId,
        String tokenType,
        String token,
        Instant start,
        Instant end,
        BigDecimal beginWh,
        BigDecimal endWh,
        BigDecimal energyWh,
        BigDecimal chargingSeconds,
        String tariff,
        int tariffVersion,
        String currency,
        List<Line> lines,
        BigDecimal net,
        BigDecimal vatPercent,
        BigDecimal vat,
        BigDecimal gross) {

    /** One line of the bill. */
    public record Line(
            String dimension, BigDecimal quantity, String unit, BigDecimal price, BigDecimal net) {}

    static CdrView of(Cdr cdr) {
        Delivery delivery = cdr.delivery();
        return new CdrView(
                cdr.id(),
                delivery.key().tenant(),
                delivery.key().station(),
                delivery.evseId(),
                delivery.key().transactionId(),
                delivery.token().type().wire(),
                delivery.token().idToken(),
                delivery.start(),
                delivery.end(),
                delivery.beginWattHours(),
                delivery.endWattHours(),
                delivery.wattHours(),
                BigDecimal.valueOf(delivery.charging().toMillis(), 3),
                cdr.tariff().id(),
                cdr.tariff().version(),
                cdr.tariff().currency(),
                cdr.lines().stream()
                        .map(line ->
                                new Line(
                                        line.dimension().name(),
                                        line.quantity(),
                                        line.dimension().unit(),
                                        line.price(),
                                        line.net()))
                        .toList(),
                cdr.net(),
                cdr.tariff().vatPercent(),
                cdr.vat(),
                cdr.gross());
    }
}
