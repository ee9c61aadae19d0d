package org.plugcharge.evcc.demo;

import org.plugcharge.csms.store.CdrView;

import java.math.BigDecimal;

/** The operator's CDR as a driver gets it. */
final class Receipts {

    private static final int WATT_HOURS_TO_KILO = 3;

    private Receipts() {}

    static Receipt of(CdrView cdr) {
        BigDecimal energy = cdr.energyWh().movePointLeft(WATT_HOURS_TO_KILO);
        return new Receipt(
                cdr.id(),
                cdr.transactionId(),
                Masked.emaid(cdr.token()),
                cdr.station() + " / " + cdr.evse(),
                cdr.start(),
                cdr.end(),
                energy,
                cdr.lines().stream()
                        .map(line ->
                                new Receipt.Line(
                                        line.dimension(),
                                        line.quantity(),
                                        line.unit(),
                                        line.price(),
                                        line.net()))
                        .toList(),
                cdr.net(),
                cdr.vatPercent(),
                cdr.vat(),
                cdr.gross(),
                cdr.currency(),
                cdr.tariff() + " version " + cdr.tariffVersion());
    }
}
