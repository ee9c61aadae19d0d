package org.plugcharge.secc.session.din70121;

import org.plugcharge.secc.evse.ChargingSchedule;
import org.plugcharge.secc.evse.DcLimits;
import org.plugcharge.secc.evse.EvseReading;
import org.plugcharge.secc.evse.EvseReading.Fault;
import org.plugcharge.secc.evse.EvseReading.Isolation;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.din70121.CurrentDemandRes;
import org.plugcharge.v2g.din70121.DcEvseChargeParameter;
import org.plugcharge.v2g.din70121.DcEvseStatus;
import org.plugcharge.v2g.din70121.DcEvseStatusCode;
import org.plugcharge.v2g.din70121.EvseNotification;
import org.plugcharge.v2g.din70121.IsolationLevel;
import org.plugcharge.v2g.din70121.PMaxSchedule;
import org.plugcharge.v2g.din70121.PMaxScheduleEntry;
import org.plugcharge.v2g.din70121.PhysicalValue;
import org.plugcharge.v2g.din70121.RelativeTimeInterval;
import org.plugcharge.v2g.din70121.ResponseCode;
import org.plugcharge.v2g.din70121.SaScheduleList;
import org.plugcharge.v2g.din70121.SaScheduleTuple;
import org.plugcharge.v2g.din70121.UnitSymbol;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The electrical parts of answers, made from the hardware's readings. */
final class Answers {

    private static final int MILLI = 3;
    private static final long MICRO = 1_000_000;

    /** Vehicles with the common C codec keep no more entries of a schedule. */
    private static final int MAX_ENTRIES = 5;

    private Answers() {}

    static PhysicalValue volts(int milliVolts) {
        return PhysicalValue.of(BigDecimal.valueOf(milliVolts, MILLI), UnitSymbol.VOLT);
    }

    private static PhysicalValue amps(int milliAmps) {
        return PhysicalValue.of(BigDecimal.valueOf(milliAmps, MILLI), UnitSymbol.AMPERE);
    }

    /** A limit is rounded down, never up. */
    private static PhysicalValue atMostAmps(long milliAmps) {
        return PhysicalValue.limit(BigDecimal.valueOf(milliAmps, MILLI), UnitSymbol.AMPERE);
    }

    private static PhysicalValue atMostWatts(int watts) {
        return PhysicalValue.limit(BigDecimal.valueOf(watts), UnitSymbol.WATT);
    }

    /** Thousandths of the unit. */
    static long milli(PhysicalValue value) {
        return value.toDecimal().movePointRight(MILLI).longValue();
    }

    /** Thousandths of the unit, from zero to {@code most}. */
    static int within(PhysicalValue value, int most) {
        return Math.clamp(milli(value), 0, most);
    }

    /**
     * A fault of the hardware overrides {@code code}: the vehicle must see it in every answer, and
     * that the station wants to stop.
     */
    static DcEvseStatus status(DcEvseStatusCode code, Session session, Now now) {
        return new DcEvseStatus(
                isolation(now.evse().isolation()),
                faulted(now.evse().fault(), session.stopping() ? DcEvseStatusCode.SHUTDOWN : code),
                0,
                session.stopping() ? EvseNotification.STOP_CHARGING : EvseNotification.NONE);
    }

    private static DcEvseStatusCode faulted(Fault fault, DcEvseStatusCode otherwise) {
        return switch (fault) {
            case NONE -> otherwise;
            case EMERGENCY_STOP -> DcEvseStatusCode.EMERGENCY_SHUTDOWN;
            case MALFUNCTION, RESIDUAL_CURRENT -> DcEvseStatusCode.MALFUNCTION;
        };
    }

    private static IsolationLevel isolation(Isolation isolation) {
        return switch (isolation) {
            case UNKNOWN, CHECKING -> IsolationLevel.INVALID;
            case VALID -> IsolationLevel.VALID;
            case WARNING -> IsolationLevel.WARNING;
            case FAULT -> IsolationLevel.FAULT;
        };
    }

    static DcEvseChargeParameter parameters(Session session, Now now) {
        DcLimits limits = session.station().limits();
        return new DcEvseChargeParameter(
                status(DcEvseStatusCode.READY, session, now),
                atMostAmps(limits.maximumMilliAmps()),
                atMostWatts(limits.maximumWatts()),
                volts(limits.maximumMilliVolts()),
                amps(limits.minimumMilliAmps()),
                volts(limits.minimumMilliVolts()),
                null,
                amps(limits.peakRippleMilliAmps()),
                null);
    }

    /** The one schedule; its last entry says how long it lasts, and no tariff [V2G-DC-554]. */
    static SaScheduleList schedules(Agreement agreement) {
        ChargingSchedule schedule = agreement.schedule();
        return new SaScheduleList(
                List.of(
                        new SaScheduleTuple(
                                schedule.id(),
                                new PMaxSchedule(schedule.id(), entries(schedule)),
                                null)));
    }

    private static List<PMaxScheduleEntry> entries(ChargingSchedule schedule) {
        List<PMaxScheduleEntry> entries = new ArrayList<>();
        List<ChargingSchedule.Step> steps = schedule.steps();
        int count = Math.min(MAX_ENTRIES, steps.size());
        for (int i = 0; i < count; i++) {
            boolean last = i == count - 1;
            long start = steps.get(i).start().toSeconds();
            int watts = last ? least(steps.subList(i, steps.size())) : steps.get(i).watts();
            entries.add(
                    new PMaxScheduleEntry(
                            new RelativeTimeInterval(
                                    start, last ? schedule.length().toSeconds() - start : null),
                            Math.min(watts, Short.MAX_VALUE)));
        }
        return entries;
    }

    /** What is left out must not be exceeded either. */
    private static int least(List<ChargingSchedule.Step> steps) {
        return steps.stream().mapToInt(ChargingSchedule.Step::watts).min().orElseThrow();
    }

    static CurrentDemandRes currentDemand(
            DcEvseStatus status, DcLimits limits, int offeredWatts, Now now) {
        return currentDemand(ResponseCode.OK, status, limits, offeredWatts, now);
    }

    /** The limits are those of now: less than the outlet can do when less power is offered. */
    static CurrentDemandRes currentDemand(
            ResponseCode code, DcEvseStatus status, DcLimits limits, int offeredWatts, Now now) {
        EvseReading evse = now.evse();
        long watts = (long) evse.milliVolts() * evse.milliAmps() / MICRO;
        int most = available(limits, now);
        return new CurrentDemandRes(
                code,
                status,
                volts(evse.milliVolts()),
                amps(evse.milliAmps()),
                evse.milliAmps() >= most,
                evse.milliVolts() >= limits.maximumMilliVolts(),
                watts >= offeredWatts,
                volts(limits.maximumMilliVolts()),
                atMostAmps(most),
                atMostWatts(offeredWatts));
    }

    /** What the connector may carry now, which is less than its limit while it is hot. */
    static int available(DcLimits limits, Now now) {
        return Math.clamp(now.evse().availableMilliAmps(), 0, limits.maximumMilliAmps());
    }
}
