package org.plugcharge.evcc.session.iso2;

import org.plugcharge.evcc.battery.Battery;
import org.plugcharge.evcc.session.ControlPilot;
import org.plugcharge.evcc.session.StopCause;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.iso2.DcEvErrorCode;
import org.plugcharge.v2g.iso2.DcEvStatus;

import java.util.Optional;

/**
 * What holds through a whole session: the plan, the session id once there is one, and the state of
 * the car itself.
 *
 * @param drawn what the car's charger draws of each phase, in mA, with AC
 * @param powered the schedule under which the station delivers, while it does
 * @param loops how often the charge loop has gone round
 */
public record Session(
        VehiclePlan plan,
        Bytes id,
        Battery battery,
        ControlPilot pilot,
        boolean contactorsClosed,
        long drawn,
        Optional<Integer> powered,
        int loops,
        Optional<StopCause> stopWish) {

    static Session of(VehiclePlan plan) {
        return new Session(
                plan,
                plan.wishedSession(),
                plan.battery(),
                ControlPilot.B,
                false,
                0,
                Optional.empty(),
                0,
                Optional.empty());
    }

    Session named(Bytes newId) {
        return new Session(
                plan, newId, battery, pilot, contactorsClosed, drawn, powered, loops, stopWish);
    }

    Session paying(Contract contract) {
        return planned(plan.payingWith(contract));
    }

    Session planned(VehiclePlan other) {
        return new Session(
                other, id, battery, pilot, contactorsClosed, drawn, powered, loops, stopWish);
    }

    Session with(ControlPilot next) {
        return new Session(
                plan, id, battery, next, contactorsClosed, drawn, powered, loops, stopWish);
    }

    Session contactors(boolean closed) {
        return new Session(plan, id, battery, pilot, closed, drawn, powered, loops, stopWish);
    }

    Session drawing(long milliamps) {
        return new Session(
                plan, id, battery, pilot, contactorsClosed, milliamps, powered, loops, stopWish);
    }

    Session poweredUnder(int scheduleTupleId) {
        return new Session(
                plan,
                id,
                battery,
                pilot,
                contactorsClosed,
                drawn,
                Optional.of(scheduleTupleId),
                loops,
                stopWish);
    }

    Session unpowered() {
        return new Session(
                plan,
                id,
                battery,
                pilot,
                contactorsClosed,
                drawn,
                Optional.empty(),
                loops,
                stopWish);
    }

    /** One loop more, and what it brought. */
    Session looped(Battery next) {
        return new Session(
                plan, id, next, pilot, contactorsClosed, drawn, powered, loops + 1, stopWish);
    }

    Session wishingToStop() {
        return new Session(
                plan,
                id,
                battery,
                pilot,
                contactorsClosed,
                drawn,
                powered,
                loops,
                Optional.of(StopCause.DRIVER));
    }

    /** The car's status for the station. */
    DcEvStatus evStatus() {
        return new DcEvStatus(pilot == ControlPilot.C, DcEvErrorCode.NO_ERROR, battery.percent());
    }
}
