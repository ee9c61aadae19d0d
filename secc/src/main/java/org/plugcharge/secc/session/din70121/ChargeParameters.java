package org.plugcharge.secc.session.din70121;

import org.jspecify.annotations.Nullable;
import org.plugcharge.secc.evse.ChargingNeeds;
import org.plugcharge.secc.evse.DcLimits;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.din70121.ChargeParameterDiscoveryReq;
import org.plugcharge.v2g.din70121.ChargeParameterDiscoveryRes;
import org.plugcharge.v2g.din70121.DcEvChargeParameter;
import org.plugcharge.v2g.din70121.EvseProcessing;
import org.plugcharge.v2g.din70121.PhysicalValue;
import org.plugcharge.v2g.din70121.ResponseCode;

import java.util.Optional;

/** What a vehicle says it needs, and what the station answers to it. */
final class ChargeParameters {

    private ChargeParameters() {}

    /** Why the request is refused. */
    record Flaw(ResponseCode code, String reason) {}

    /** What is wrong with the request; empty if the vehicle fits the outlet. */
    static Optional<Flaw> flaw(ChargeParameterDiscoveryReq request, DcLimits limits) {
        if (request.energyTransfer() != Offer.TRANSFER) {
            return Optional.of(
                    new Flaw(
                            ResponseCode.FAILED_WRONG_ENERGY_TRANSFER_TYPE,
                            request.energyTransfer() + " is not offered")); // [V2G-DC-397]
        }
        boolean fits =
                request.chargeParameter() instanceof DcEvChargeParameter vehicle
                        && Answers.milli(vehicle.maximumVoltageLimit())
                                >= limits.minimumMilliVolts()
                        && Answers.milli(vehicle.maximumCurrentLimit())
                                >= limits.minimumMilliAmps();
        return fits
                ? Optional.empty()
                : Optional.of(
                        new Flaw(
                                ResponseCode.FAILED_WRONG_CHARGE_PARAMETER,
                                "the vehicle's limits do not fit the outlet")); // [V2G-DC-398]
    }

    /** No departure: this protocol has none. */
    static ChargingNeeds needs(ChargeParameterDiscoveryReq request, DcLimits limits) {
        if (!(request.chargeParameter() instanceof DcEvChargeParameter vehicle)) {
            throw new IllegalStateException("the request was not checked: " + request);
        }
        return new ChargingNeeds(
                Optional.empty(),
                Optional.empty(),
                whole(vehicle.energyRequest()),
                whole(vehicle.maximumPowerLimit()).orElse((long) limits.maximumWatts()));
    }

    private static Optional<Long> whole(@Nullable PhysicalValue value) {
        return Optional.ofNullable(value).map(given -> given.toDecimal().longValue());
    }

    static Output.Send answer(
            Session session, EvseProcessing processing, Agreement agreement, Now now) {
        return session.send(
                new ChargeParameterDiscoveryRes(
                        ResponseCode.OK,
                        processing,
                        Answers.schedules(agreement),
                        Answers.parameters(session, now)));
    }
}
