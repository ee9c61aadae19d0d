package org.plugcharge.evcc.session.iso2;

import org.plugcharge.evcc.battery.Battery;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.iso2.DcEvErrorCode;
import org.plugcharge.v2g.iso2.DcEvStatus;

import java.util.Optional;

/**
 * What holds through a whole session: the plan, the session id once there is one, and the state of
 * the car itself.
 */
public record Session(
        VehiclePlan plan,
        Bytes id,
        Battery battery,
        ControlPilot pilot,
        boolean contactorsClosed,
        Optional<StopCause> stopWish) {

    static Session of(VehiclePlan plan) {
        return new Session(
                plan,
                plan.wishedSession(),
                plan.battery(),
                ControlPilot.B,
                false,
                Optional.empty());
    }

    Session named(Bytes newId) {
        return new Session(plan, newId, battery, pilot, contactorsClosed, stopWish);
    }

    Session paying(Contract contract) {
        return new Session(
                plan.payingWith(contract), id, battery, pilot, contactorsClosed, stopWish);
    }

    Session with(Battery next) {
        return new Session(plan, id, next, pilot, contactorsClosed, stopWish);
    }

    Session with(ControlPilot next) {
        return new Session(plan, id, battery, next, contactorsClosed, stopWish);
    }

    Session contactors(boolean closed) {
        return new Session(plan, id, battery, pilot, closed, stopWish);
    }

    Session wishingToStop() {
        return new Session(
                plan, id, battery, pilot, contactorsClosed, Optional.of(StopCause.DRIVER));
    }

    /** The car's status for the station. */
    DcEvStatus evStatus() {
        return new DcEvStatus(pilot == ControlPilot.C, DcEvErrorCode.NO_ERROR, battery.percent());
    }
}
