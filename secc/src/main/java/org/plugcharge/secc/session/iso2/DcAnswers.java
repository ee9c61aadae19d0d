package org.plugcharge.secc.session.iso2;

import org.plugcharge.secc.evse.DcLimits;
import org.plugcharge.secc.evse.EvseReading;
import org.plugcharge.secc.evse.EvseReading.Fault;
import org.plugcharge.secc.evse.EvseReading.Isolation;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.CurrentDemandRes;
import org.plugcharge.v2g.iso2.DcEvseChargeParameter;
import org.plugcharge.v2g.iso2.DcEvseStatus;
import org.plugcharge.v2g.iso2.DcEvseStatusCode;
import org.plugcharge.v2g.iso2.EvseNotification;
import org.plugcharge.v2g.iso2.IsolationLevel;
import org.plugcharge.v2g.iso2.MeterInfo;
import org.plugcharge.v2g.iso2.PhysicalValue;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.UnitSymbol;

import java.math.BigDecimal;

/** The parts of DC answers, made from the hardware's readings. */
final class DcAnswers {

    /** The one schedule that is offered. */
    static final int SCHEDULE = 1;

    private static final int MILLI = 3;

    private DcAnswers() {}

    static PhysicalValue volts(int milliVolts) {
        return PhysicalValue.of(BigDecimal.valueOf(milliVolts, MILLI), UnitSymbol.VOLT);
    }

    static PhysicalValue amps(int milliAmps) {
        return PhysicalValue.of(BigDecimal.valueOf(milliAmps, MILLI), UnitSymbol.AMPERE);
    }

    /** A limit is rounded down, never up. */
    static PhysicalValue watts(int watts) {
        return PhysicalValue.limit(BigDecimal.valueOf(watts), UnitSymbol.WATT);
    }

    static int milli(PhysicalValue value) {
        return value.toDecimal().movePointRight(MILLI).intValue();
    }

    /** A fault of the hardware overrides {@code code}: the vehicle must see it in every answer. */
    static DcEvseStatus status(DcEvseStatusCode code, EvseNotification notification, Now now) {
        return new DcEvseStatus(
                0,
                notification,
                isolation(now.evse().isolation()),
                faulted(now.evse().fault(), code));
    }

    private static DcEvseStatusCode faulted(Fault fault, DcEvseStatusCode otherwise) {
        return switch (fault) {
            case NONE -> otherwise;
            case EMERGENCY_STOP -> DcEvseStatusCode.EMERGENCY_SHUTDOWN;
            case MALFUNCTION -> DcEvseStatusCode.MALFUNCTION;
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

    static DcEvseChargeParameter parameters(Iso2Station station, Now now) {
        DcLimits limits = station.limits();
        return new DcEvseChargeParameter(
                status(DcEvseStatusCode.NOT_READY, EvseNotification.NONE, now),
                amps(limits.maximumMilliAmps()),
                watts(limits.maximumWatts()),
                volts(limits.maximumMilliVolts()),
                amps(limits.minimumMilliAmps()),
                volts(limits.minimumMilliVolts()),
                null,
                amps(limits.peakRippleMilliAmps()),
                null);
    }

    static CurrentDemandRes currentDemand(
            ResponseCode code, DcEvseStatus status, Iso2Station station, Now now) {
        DcLimits limits = station.limits();
        EvseReading evse = now.evse();
        long watts = (long) evse.milliVolts() * evse.milliAmps() / 1_000_000;
        return new CurrentDemandRes(
                code,
                status,
                volts(evse.milliVolts()),
                amps(evse.milliAmps()),
                evse.milliAmps() >= limits.maximumMilliAmps(),
                evse.milliVolts() >= limits.maximumMilliVolts(),
                watts >= station.offeredWatts(),
                volts(limits.maximumMilliVolts()),
                amps(limits.maximumMilliAmps()),
                watts(station.offeredWatts()),
                station.evseId(),
                SCHEDULE,
                new MeterInfo(
                        now.meter().meterId(),
                        now.meter().wattHours(),
                        null,
                        null,
                        now.meter().at().getEpochSecond()),
                null);
    }
}
