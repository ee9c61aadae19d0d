package org.plugcharge.secc.evse;

/**
 * What an AC outlet can deliver: one or three phases, the nominal voltage of a phase to neutral in
 * mV, the most current of each phase in mA (the least of outlet, cable and fuse).
 */
public record AcLimits(int phases, int nominalMilliVolts, int maximumMilliAmps)
        implements EvseLimits {

    private static final long MICROWATTS_PER_WATT = 1_000_000;

    /** {@link IllegalArgumentException} for other than 1 or 3 phases, or nothing to deliver. */
    public AcLimits {
        if ((phases != 1 && phases != 3) || nominalMilliVolts <= 0 || maximumMilliAmps <= 0) {
            throw new IllegalArgumentException(
                    "expected 1 or 3 phases, voltage and current above 0, got "
                            + phases
                            + " phases, "
                            + nominalMilliVolts
                            + " mV, "
                            + maximumMilliAmps
                            + " mA");
        }
    }

    @Override
    public int maximumWatts() {
        return watts(phases, maximumMilliAmps);
    }

    /** The power of this current on so many phases, in W, rounded down. */
    public int watts(int usedPhases, int milliAmps) {
        return (int) ((long) usedPhases * nominalMilliVolts * milliAmps / MICROWATTS_PER_WATT);
    }

    /** The current of each of so many phases that makes this power, in mA, rounded down. */
    public int milliAmps(int usedPhases, int watts) {
        return (int)
                Math.min(
                        maximumMilliAmps,
                        watts * MICROWATTS_PER_WATT / ((long) usedPhases * nominalMilliVolts));
    }
}
