package org.plugcharge.evcc.session;

import java.time.Instant;

/**
 * One reading of the charge loop: what the station delivers (mV, mA; with AC of one phase) and the
 * battery after it (state of charge in thousandths, Wh).
 */
public record ChargePoint(
        Instant instant,
        int loop,
        long millivolts,
        long milliamps,
        int socPermille,
        long storedWh) {}
