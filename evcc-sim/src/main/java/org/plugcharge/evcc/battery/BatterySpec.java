package org.plugcharge.evcc.battery;

/**
 * What a battery is built to: capacity in Wh, voltage when empty and when full in mV, the most
 * current it takes in mA, and the state of charge in percent from which the current falls off in a
 * straight line to nothing at 100 %.
 */
public record BatterySpec(
        long capacityWh,
        long emptyMillivolts,
        long fullMillivolts,
        long maxMilliamps,
        int taperFromPercent) {

    private static final long MAX_CAPACITY_WH = 2_000_000;
    private static final long MAX_MILLIS = 2_000_000;

    /** A middle-sized car of the 400 V class: 77 kWh, 320 to 410 V, 400 A, taper from 60 %. */
    public static final BatterySpec CAR_400_V =
            new BatterySpec(77_000, 320_000, 410_000, 400_000, 60);

    /** {@link IllegalArgumentException} for a battery that cannot be. */
    public BatterySpec {
        boolean possible =
                capacityWh > 0
                        && capacityWh <= MAX_CAPACITY_WH
                        && emptyMillivolts > 0
                        && fullMillivolts >= emptyMillivolts
                        && fullMillivolts <= MAX_MILLIS
                        && maxMilliamps > 0
                        && maxMilliamps <= MAX_MILLIS
                        && taperFromPercent >= 0
                        && taperFromPercent < 100;
        if (!possible) {
            throw new IllegalArgumentException(
                    "expected 0 < empty <= full <= 2000 V, current <= 2000 A,"
                            + " capacity <= 2 MWh, taper below 100 %");
        }
    }
}
