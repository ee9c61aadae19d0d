package org.plugcharge.evcc.battery;

/**
 * What makes direct current of an AC outlet's in a car: how many phases it uses (1 or 3), the most
 * and the least current of each in mA, and the most voltage of each to neutral in mV.
 */
public record OnBoardCharger(int phases, long maxMilliamps, long minMilliamps, long maxMillivolts) {

    private static final long MICROWATTS_PER_WATT = 1_000_000;

    /** Three phases of 16 A, from 6 A on: 11 kW. */
    public static final OnBoardCharger ELEVEN_KILOWATTS =
            new OnBoardCharger(3, 16_000, 6_000, 253_000);

    /** {@link IllegalArgumentException} for a charger that cannot be. */
    public OnBoardCharger {
        boolean possible =
                (phases == 1 || phases == 3)
                        && minMilliamps > 0
                        && minMilliamps <= maxMilliamps
                        && maxMillivolts > 0;
        if (!possible) {
            throw new IllegalArgumentException(
                    "expected 1 or 3 phases, 0 < least <= most current, and a voltage");
        }
    }

    /**
     * The current it draws from each of so many phases, in mA, so that it takes at most this power
     * and this current; none below its least.
     */
    public long draws(int usedPhases, long millivolts, long watts, long milliamps) {
        long byPower = watts * MICROWATTS_PER_WATT / (usedPhases * millivolts);
        long most = Math.min(Math.min(byPower, milliamps), maxMilliamps);
        return most < minMilliamps ? 0 : most;
    }
}
