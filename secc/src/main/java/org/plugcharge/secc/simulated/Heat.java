package org.plugcharge.secc.simulated;

/**
 * How warm a plug gets: it heats with the square of the current and cools with a time constant of
 * ten minutes. Above 70 degrees it may carry less, at 95 degrees half.
 */
final class Heat {

    private static final double AMBIENT = 25;
    private static final double RISE_AT_LIMIT = 70;
    private static final double DERATED_FROM = 70;
    private static final double HALVED_AT = 95;
    private static final double MICROS_OF_TIME_CONSTANT = 600_000_000;

    private final int limitMilliAmps;
    private double degrees = AMBIENT;

    Heat(int limitMilliAmps) {
        this.limitMilliAmps = limitMilliAmps;
    }

    void carry(int milliAmps, long micros) {
        double load = (double) milliAmps / Math.max(1, limitMilliAmps);
        double settled = AMBIENT + RISE_AT_LIMIT * load * load;
        degrees += (settled - degrees) * -Math.expm1(-micros / MICROS_OF_TIME_CONSTANT);
    }

    /** The most current at this temperature; {@code unlimited} while it is not hot. */
    int available(int unlimited) {
        if (degrees <= DERATED_FROM) {
            return unlimited;
        }
        double over = Math.min(1, (degrees - DERATED_FROM) / (HALVED_AT - DERATED_FROM));
        return (int) (limitMilliAmps * (1 - over / 2));
    }
}
