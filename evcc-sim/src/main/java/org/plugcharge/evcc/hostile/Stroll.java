package org.plugcharge.evcc.hostile;

/** A session that goes right, up to a point, whatever protocol it is of. */
interface Stroll extends AutoCloseable {

    /** How far a session has got. */
    enum Point {
        CONNECTED,
        NEGOTIATED,
        SET_UP,
        DISCOVERED,
        SELECTED,
        AUTHORIZED,
        PARAMETERS,
        CABLE_CHECKED,
        PRE_CHARGED,
        CHARGING
    }

    Point at();

    /** Goes on to this point, paying at the station. */
    void to(Point point) throws NotReached, InterruptedException;

    @Override
    void close();
}
