package org.plugcharge.evcc.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * The charge detail record of a session, as a driver gets it.
 *
 * @param id of the CDR
 * @param transactionId of the OCPP transaction
 * @param customer who pays: an eMAID, or another token
 * @param station where
 * @param kiloWattHours what was metered
 * @param vat the tax itself
 * @param currency ISO 4217
 */
public record Receipt(
        String id,
        String transactionId,
        String customer,
        String station,
        Instant start,
        Instant end,
        BigDecimal kiloWattHours,
        List<Line> lines,
        BigDecimal net,
        BigDecimal vatPercent,
        BigDecimal vat,
        BigDecimal gross,
        String currency,
        String tariffId) {

    /** Copies the list. */
    public Receipt {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param dimension what was counted, in a driver's words or OCPI's
     * @param unit of the quantity
     */
    public record Line(
            String dimension,
            BigDecimal quantity,
            String unit,
            BigDecimal unitPrice,
            BigDecimal amount) {}
}
