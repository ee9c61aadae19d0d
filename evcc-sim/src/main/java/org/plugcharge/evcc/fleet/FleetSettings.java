package org.plugcharge.evcc.fleet;

/**
 * What a fleet is.
 *
 * @param cars how many come in all
 * @param perSecond how many a second
 * @param misbehavingPercent how many of a hundred misbehave
 * @param seed which of them, and how
 */
public record FleetSettings(int cars, double perSecond, double misbehavingPercent, long seed) {

    /** One in twenty misbehaves unless somebody says otherwise. */
    public static final double USUAL_MISBEHAVING = 5;

    private static final int MOST_CARS = 1_000_000;
    private static final double MOST_PER_SECOND = 10_000;

    /** {@link IllegalArgumentException} for a fleet that cannot be. */
    public FleetSettings {
        if (cars < 1
                || cars > MOST_CARS
                || !(perSecond > 0 && perSecond <= MOST_PER_SECOND)
                || !(misbehavingPercent >= 0 && misbehavingPercent <= 100)) {
            throw new IllegalArgumentException(
                    "expected 1 to 1000000 cars, more than 0 and at most 10000 a second, of which"
                            + " 0 to 100 percent misbehave");
        }
    }
}
