package org.plugcharge.evcc.session.din70121;

import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.Phase;

/** Where a car is in a session. */
public sealed interface State {

    /** The phase, for people. */
    Phase phase();

    /** A car that is not connected yet. */
    static State of(VehiclePlan plan) {
        return new Idle(plan);
    }

    /** Not connected yet. */
    record Idle(VehiclePlan plan) implements State {
        @Override
        public Phase phase() {
            return Phase.IDLE;
        }
    }

    /** In a session. */
    record Active(Session session, Stage stage) implements State {
        @Override
        public Phase phase() {
            return stage.phase();
        }
    }

    /** Over; nothing follows. */
    record Done(Ending ending) implements State {
        @Override
        public Phase phase() {
            return Phase.DONE;
        }
    }
}
