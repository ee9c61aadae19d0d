package org.plugcharge.secc.evse;

/**
 * What a DC power supply can deliver. Voltages in mV, currents in mA, powers in W; minima are at
 * most the maxima.
 */
public record DcLimits(
        int minimumMilliVolts,
        int maximumMilliVolts,
        int minimumMilliAmps,
        int maximumMilliAmps,
        int maximumWatts,
        int peakRippleMilliAmps)
        implements EvseLimits {

    /** {@link IllegalArgumentException} for a negative value or a minimum above its maximum. */
    public DcLimits {
        if (minimumMilliVolts < 0 || minimumMilliVolts > maximumMilliVolts) {
            throw new IllegalArgumentException(
                    "expected 0 <= minimum <= maximum voltage, got "
                            + minimumMilliVolts
                            + " and "
                            + maximumMilliVolts
                            + " mV");
        }
        if (minimumMilliAmps < 0 || minimumMilliAmps > maximumMilliAmps) {
            throw new IllegalArgumentException(
                    "expected 0 <= minimum <= maximum current, got "
                            + minimumMilliAmps
                            + " and "
                            + maximumMilliAmps
                            + " mA");
        }
        if (maximumWatts < 0 || peakRippleMilliAmps < 0) {
            throw new IllegalArgumentException(
                    "expected no negative power or ripple, got "
                            + maximumWatts
                            + " W and "
                            + peakRippleMilliAmps
                            + " mA");
        }
    }
}
