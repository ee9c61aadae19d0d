package org.plugcharge.secc.session.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.secc.evse.AcLimits;
import org.plugcharge.secc.evse.DcLimits;
import org.plugcharge.secc.evse.EvseLimits;
import org.plugcharge.secc.evse.EvseReading;
import org.plugcharge.secc.evse.EvseReading.Fault;
import org.plugcharge.secc.evse.EvseReading.Isolation;
import org.plugcharge.secc.evse.MeterReading;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.AcEvseChargeParameter;
import org.plugcharge.v2g.iso2.AcEvseStatus;
import org.plugcharge.v2g.iso2.ChargingStatusRes;
import org.plugcharge.v2g.iso2.CurrentDemandRes;
import org.plugcharge.v2g.iso2.DcEvseChargeParameter;
import org.plugcharge.v2g.iso2.DcEvseStatus;
import org.plugcharge.v2g.iso2.DcEvseStatusCode;
import org.plugcharge.v2g.iso2.EvseChargeParameter;
import org.plugcharge.v2g.iso2.EvseNotification;
import org.plugcharge.v2g.iso2.EvseStatus;
import org.plugcharge.v2g.iso2.IsolationLevel;
import org.plugcharge.v2g.iso2.MeterInfo;
import org.plugcharge.v2g.iso2.PhysicalValue;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.UnitSymbol;

import java.math.BigDecimal;

/** The electrical parts of answers, made from the hardware's readings. */
final class Answers {

    private static final int MILLI = 3;

    private Answers() {}

    static PhysicalValue volts(int milliVolts) {
        return PhysicalValue.of(BigDecimal.valueOf(milliVolts, MILLI), UnitSymbol.VOLT);
    }

    static PhysicalValue amps(int milliAmps) {
        return PhysicalValue.of(BigDecimal.valueOf(milliAmps, MILLI), UnitSymbol.AMPERE);
    }

    /** A limit is rounded down, never up. */
    private static PhysicalValue atMostAmps(int milliAmps) {
        return PhysicalValue.limit(BigDecimal.valueOf(milliAmps, MILLI), UnitSymbol.AMPERE);
    }

    /** A limit is rounded down, never up. */
    static PhysicalValue watts(int watts) {
        return PhysicalValue.limit(BigDecimal.valueOf(watts), UnitSymbol.WATT);
    }

    static int milli(PhysicalValue value) {
        return value.toDecimal().movePointRight(MILLI).intValue();
    }

    /** The status of an outlet of either kind; {@code code} is for DC. */
    static EvseStatus status(
            EvseLimits limits, DcEvseStatusCode code, EvseNotification notification, Now now) {
        return switch (limits) {
            case DcLimits _ -> dcStatus(code, notification, now);
            case AcLimits _ -> acStatus(notification, now);
        };
    }

    /** A fault of the hardware overrides {@code code}: the vehicle must see it in every answer. */
    static DcEvseStatus dcStatus(DcEvseStatusCode code, EvseNotification notification, Now now) {
        return new DcEvseStatus(
                0,
                notification,
                isolation(now.evse().isolation()),
                faulted(now.evse().fault(), code));
    }

    /** With AC a fault can only be said as a wish to stop, and a tripped RCD. */
    static AcEvseStatus acStatus(EvseNotification notification, Now now) {
        Fault fault = now.evse().fault();
        return new AcEvseStatus(
                0,
                fault == Fault.NONE ? notification : EvseNotification.STOP_CHARGING,
                fault == Fault.RESIDUAL_CURRENT);
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

    static EvseChargeParameter parameters(EvseLimits limits, Now now) {
        return switch (limits) {
            case DcLimits dc -> parameters(dc, now);
            case AcLimits ac ->
                    new AcEvseChargeParameter(
                            acStatus(EvseNotification.NONE, now),
                            volts(ac.nominalMilliVolts()),
                            atMostAmps(ac.maximumMilliAmps()));
        };
    }

    private static DcEvseChargeParameter parameters(DcLimits limits, Now now) {
        return new DcEvseChargeParameter(
                dcStatus(DcEvseStatusCode.NOT_READY, EvseNotification.NONE, now),
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
            ResponseCode code,
            DcEvseStatus status,
            String evseId,
            Choice choice,
            DcLimits limits,
            @Nullable Boolean receipt,
            Now now) {
        EvseReading evse = now.evse();
        long watts = (long) evse.milliVolts() * evse.milliAmps() / 1_000_000;
        int offered = choice.watts(now.at());
        int most = available(limits.maximumMilliAmps(), now);
        return new CurrentDemandRes(
                code,
                status,
                volts(evse.milliVolts()),
                amps(evse.milliAmps()),
                evse.milliAmps() >= most,
                evse.milliVolts() >= limits.maximumMilliVolts(),
                watts >= offered,
                volts(limits.maximumMilliVolts()),
                amps(most),
                watts(offered),
                evseId,
                choice.schedule().id(),
                meter(now.meter()),
                receipt);
    }

    static ChargingStatusRes chargingStatus(
            ResponseCode code,
            AcEvseStatus status,
            String evseId,
            Choice choice,
            Agreement.Ac agreement,
            @Nullable Boolean receipt,
            Now now) {
        return new ChargingStatusRes(
                code,
                evseId,
                choice.schedule().id(),
                atMostAmps(allowed(agreement, choice, now)),
                meter(now.meter()),
                receipt,
                status);
    }

    /** What the connector may carry now, which may be less than its limit. */
    static int available(int limitMilliAmps, Now now) {
        return Math.clamp(now.evse().availableMilliAmps(), 0, limitMilliAmps);
    }

    /** What a vehicle on AC may draw of each phase now. */
    static int allowed(Agreement.Ac agreement, Choice choice, Now now) {
        return available(agreement.milliAmps(choice.watts(now.at())), now);
    }

    /** Where the meter signs, the vehicle is told what it signed, with the signature. */
    static MeterInfo meter(MeterReading meter) {
        return meter.signed()
                .map(signed ->
                        new MeterInfo(
                                meter.meterId(),
                                signed.wattHours(),
                                signed.signature(),
                                null,
                                signed.at().getEpochSecond()))
                .orElseGet(() ->
                        new MeterInfo(
                                meter.meterId(),
                                meter.wattHours(),
                                null,
                                null,
                                meter.at().getEpochSecond()));
    }
}
