package org.plugcharge.csms.rating;

import org.plugcharge.ocpp.v201.IdToken;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * What was delivered in one transaction.
 *
 * @param token who was authorised, the first token the transaction names
 * @param authorizedAt the time of the event that names it
 * @param beginWattHours the register at the beginning
 * @param endWattHours the register at the end; the difference is what was delivered
 * @param charging how long the vehicle was charging; waiting, suspended and idle times are not in
 *     it
 */
public record Delivery(
        TransactionKey key,
        int evseId,
        IdToken token,
        Instant authorizedAt,
        Instant start,
        Instant end,
        BigDecimal beginWattHours,
        BigDecimal endWattHours,
        Duration charging,
        int events) {

    /** Energy delivered, in Wh; never negative. */
    public BigDecimal wattHours() {
        return endWattHours.subtract(beginWattHours);
    }
}
