package org.plugcharge.evcc.battery;

import java.time.Duration;

/** A battery with so much energy in it, in nJ; {@link #charged} makes the next one. */
public record Battery(BatterySpec spec, long storedNanojoules) {

    private static final long NANOJOULES_PER_WH = 3_600_000_000_000L;
    private static final int FULL_PERMILLE = 1000;
    private static final long MAX_MILLIS = 2_000_000;
    private static final Duration LONGEST_STEP = Duration.ofSeconds(60);

    /** A battery at this state of charge (0 to 100 percent). */
    public static Battery at(BatterySpec spec, int percent) {
        return new Battery(spec, capacity(spec) / 100 * percent);
    }

    /** State of charge in whole percent, rounded down. */
    public int percent() {
        return permille() / 10;
    }

    /** State of charge in thousandths, rounded down. */
    public int permille() {
        return (int) (storedNanojoules / (capacity(spec) / FULL_PERMILLE));
    }

    /** The voltage at the poles, in mV: a straight line over the state of charge. */
    public long millivolts() {
        return spec.emptyMillivolts()
                + (spec.fullMillivolts() - spec.emptyMillivolts())
                        * Math.min(permille(), FULL_PERMILLE)
                        / FULL_PERMILLE;
    }

    /** The most current it takes now, in mA. */
    public long acceptedMilliamps() {
        int taperFrom = spec.taperFromPercent() * 10;
        int left = Math.max(0, FULL_PERMILLE - permille());
        return permille() <= taperFrom
                ? spec.maxMilliamps()
                : spec.maxMilliamps() * left / (FULL_PERMILLE - taperFrom);
    }

    /**
     * The battery after this voltage and current for this time (at most a minute, 2 kV and 2 kA
     * count); never more than full.
     */
    public Battery charged(long millivolts, long milliamps, Duration time) {
        long millis = Math.clamp(time.toMillis(), 0, LONGEST_STEP.toMillis());
        long gained =
                Math.clamp(millivolts, 0L, MAX_MILLIS)
                        * Math.clamp(milliamps, 0L, MAX_MILLIS)
                        * millis;
        return new Battery(spec, Math.min(capacity(spec), storedNanojoules + gained));
    }

    /** The energy in it, in Wh, rounded down. */
    public long storedWh() {
        return storedNanojoules / NANOJOULES_PER_WH;
    }

    /** The energy it still takes, in Wh, rounded down. */
    public long missingWh() {
        return (capacity(spec) - storedNanojoules) / NANOJOULES_PER_WH;
    }

    private static long capacity(BatterySpec spec) {
        return spec.capacityWh() * NANOJOULES_PER_WH;
    }
}
