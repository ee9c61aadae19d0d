package org.plugcharge.evcc.session.din70121;

import org.plugcharge.evcc.battery.Battery;
import org.plugcharge.evcc.session.ControlPilot;
import org.plugcharge.evcc.session.StopCause;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.din70121.DcEvErrorCode;
import org.plugcharge.v2g.din70121.DcEvStatus;

import java.util.Optional;

/**
 * What holds through a whole session: the plan, the session id once there is one, and the state of
 * the car itself.
 *
 * @param powered whether the station delivers
 * @param loops how often the charge loop has gone round
 */
public record Session(
        VehiclePlan plan,
        Bytes id,
        Battery battery,
        ControlPilot pilot,
        boolean contactorsClosed,
        boolean powered,
        int loops,
        Optional<StopCause> stopWish) {

    private static final Bytes NEW = Bytes.of(new byte[8]);

    static Session of(VehiclePlan plan) {
        return new Session(
                plan, NEW, plan.battery(), ControlPilot.B, false, false, 0, Optional.empty());
    }

    Session named(Bytes given) {
        return new Session(plan, given, battery, pilot, contactorsClosed, powered, loops, stopWish);
    }

    Session with(ControlPilot next) {
        return new Session(plan, id, battery, next, contactorsClosed, powered, loops, stopWish);
    }

    Session contactors(boolean closed) {
        return new Session(plan, id, battery, pilot, closed, powered, loops, stopWish);
    }

    Session powered(boolean on) {
        return new Session(plan, id, battery, pilot, contactorsClosed, on, loops, stopWish);
    }

    /** One loop more, and what it brought. */
    Session looped(Battery next) {
        return new Session(plan, id, next, pilot, contactorsClosed, powered, loops + 1, stopWish);
    }

    Session wishingToStop() {
        return new Session(
                plan,
                id,
                battery,
                pilot,
                contactorsClosed,
                powered,
                loops,
                Optional.of(StopCause.DRIVER));
    }

    /** The car's status for the station. */
    DcEvStatus evStatus() {
        return new DcEvStatus(
                pilot == ControlPilot.C, null, null, DcEvErrorCode.NO_ERROR, battery.percent());
    }
}
