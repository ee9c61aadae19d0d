package org.plugcharge.secc.session.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.secc.evse.AcLimits;
import org.plugcharge.secc.evse.ChargingNeeds;
import org.plugcharge.secc.evse.DcLimits;
import org.plugcharge.secc.evse.EvseLimits;
import org.plugcharge.secc.evse.Identification;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.AcEvChargeParameter;
import org.plugcharge.v2g.iso2.ChargeParameterDiscoveryReq;
import org.plugcharge.v2g.iso2.ChargeParameterDiscoveryRes;
import org.plugcharge.v2g.iso2.DcEvChargeParameter;
import org.plugcharge.v2g.iso2.EvseProcessing;
import org.plugcharge.v2g.iso2.PhysicalValue;
import org.plugcharge.v2g.iso2.ResponseCode;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** What a vehicle says it needs, and what the station answers to it. */
final class ChargeParameters {

    private static final int MAX_ENTRIES = 1024;

    private ChargeParameters() {}

    /** Why the request is refused. */
    record Flaw(ResponseCode code, String reason) {}

    /** What is wrong with the request; empty if the vehicle fits the outlet. */
    static Optional<Flaw> flaw(ChargeParameterDiscoveryReq request, Session session) {
        if (!Services.modes(session).contains(request.energyTransferMode())) {
            return Optional.of(
                    new Flaw(
                            ResponseCode.FAILED_WRONG_ENERGY_TRANSFER_MODE,
                            request.energyTransferMode() + " is not offered")); // [V2G2-476]
        }
        boolean fits =
                switch (session.station().limits()) {
                    case DcLimits limits ->
                            request.chargeParameter() instanceof DcEvChargeParameter vehicle
                                    && fits(vehicle, limits);
                    case AcLimits limits ->
                            request.chargeParameter() instanceof AcEvChargeParameter vehicle
                                    && fits(vehicle, limits);
                };
        return fits
                ? Optional.empty()
                : Optional.of(
                        new Flaw(
                                ResponseCode.FAILED_WRONG_CHARGE_PARAMETER,
                                "the vehicle's limits do not fit the outlet")); // [V2G2-477]
    }

    private static boolean fits(DcEvChargeParameter vehicle, DcLimits limits) {
        return Answers.milli(vehicle.maximumVoltageLimit()) >= limits.minimumMilliVolts()
                && Answers.milli(vehicle.maximumCurrentLimit()) >= limits.minimumMilliAmps();
    }

    /** A tenth below the nominal voltage is still the mains. */
    private static boolean fits(AcEvChargeParameter vehicle, AcLimits limits) {
        int least = Answers.milli(vehicle.minCurrent());
        return Answers.milli(vehicle.maxVoltage()) >= limits.nominalMilliVolts() / 10 * 9
                && least >= 0
                && least <= limits.maximumMilliAmps()
                && least <= Answers.milli(vehicle.maxCurrent());
    }

    static ChargingNeeds needs(ChargeParameterDiscoveryReq request, EvseLimits limits) {
        return switch (request.chargeParameter()) {
            case DcEvChargeParameter dc ->
                    new ChargingNeeds(
                            Optional.empty(),
                            seconds(dc.departureTime()),
                            whole(dc.energyRequest()),
                            whole(dc.maximumPowerLimit()).orElse((long) limits.maximumWatts()));
            case AcEvChargeParameter ac -> {
                int phases = Services.phases(request.energyTransferMode());
                yield new ChargingNeeds(
                        Optional.of(phases),
                        seconds(ac.departureTime()),
                        whole(ac.energyAmount()),
                        watts(ac, phases, limits));
            }
        };
    }

    private static long watts(AcEvChargeParameter vehicle, int phases, EvseLimits limits) {
        return limits instanceof AcLimits ac
                ? ac.watts(
                        phases,
                        Math.clamp(Answers.milli(vehicle.maxCurrent()), 0, ac.maximumMilliAmps()))
                : 0;
    }

    private static Optional<Duration> seconds(@Nullable Long time) {
        return Optional.ofNullable(time).map(Duration::ofSeconds);
    }

    private static Optional<Long> whole(@Nullable PhysicalValue value) {
        return Optional.ofNullable(value).map(given -> given.toDecimal().longValue());
    }

    /** What is agreed; without schedules from the back end the station offers its own. */
    static Agreement agree(
            Session session,
            Identification identification,
            ChargeParameterDiscoveryReq request,
            Optional<Schedules> schedules,
            Now now) {
        Iso2Station station = session.station();
        Offered offered =
                new Offered(
                        now.at(),
                        schedules
                                .orElseGet(() -> Schedules.constant(station.offeredWatts()))
                                .atMost(station.limits().maximumWatts()));
        return switch (station.limits()) {
            case DcLimits dc ->
                    new Agreement.Dc(identification, offered, dc, request.energyTransferMode());
            case AcLimits ac ->
                    new Agreement.Ac(identification, offered, ac, request.energyTransferMode());
        };
    }

    static Output.Send finished(
            Session session, Agreement agreement, ChargeParameterDiscoveryReq request, Now now) {
        int most = Objects.requireNonNullElse(request.maxEntries(), MAX_ENTRIES);
        return session.send(
                new ChargeParameterDiscoveryRes(
                        ResponseCode.OK,
                        EvseProcessing.FINISHED,
                        agreement.offered().message(most, departure(request)),
                        Answers.parameters(agreement.limits(), now)),
                agreement.offered().schedules().signature().orElse(null));
    }

    private static Optional<Duration> departure(ChargeParameterDiscoveryReq request) {
        return switch (request.chargeParameter()) {
            case DcEvChargeParameter dc -> seconds(dc.departureTime());
            case AcEvChargeParameter ac -> seconds(ac.departureTime());
        };
    }

    static Output.Send ongoing(Session session, Now now) {
        return session.send(
                new ChargeParameterDiscoveryRes(
                        ResponseCode.OK,
                        EvseProcessing.ONGOING,
                        null,
                        Answers.parameters(session.station().limits(), now)));
    }
}
