package org.plugcharge.evcc.host;

import org.plugcharge.evcc.session.ControlPilot;
import org.plugcharge.evcc.session.PilotTrouble;

import java.util.function.Consumer;

/**
 * The parts of a car that move: control pilot switch and contactors. Called on the session's
 * thread.
 */
public interface CarBody {

    /** A car without hardware: everything moves at once. */
    CarBody SIMULATED =
            new CarBody() {
                @Override
                public void pilot(ControlPilot state) {}

                @Override
                public boolean contactors(boolean close) {
                    return true;
                }
            };

    /** Draws this much of each of so many phases of an AC outlet, in mA; 0 for nothing. */
    default void charger(int phases, long milliamps) {}

    /** Shows this state on the control pilot. */
    void pilot(ControlPilot state);

    /** Closes or opens the contactors; false if they do not obey. */
    boolean contactors(boolean close);

    /**
     * Registers who hears, on any thread, that the pilot shows trouble; it replaces the one before.
     * By default there is no pilot to watch.
     */
    default void onPilotTrouble(Consumer<PilotTrouble> heard) {}
}
