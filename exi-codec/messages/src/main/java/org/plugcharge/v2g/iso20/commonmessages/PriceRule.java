package org.plugcharge.v2g.iso20.commonmessages;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * The price of energy (per kWh) and of parking (per period of so many seconds) from a power (W)
 * upwards; perhaps the carbon dioxide (g per kWh) and the share of renewable energy (percent).
 */
@ComplexType("PriceRuleType")
public record PriceRule(
        @Wire("EnergyFee") RationalNumber energyFee,
        @Wire("ParkingFee") @Nullable RationalNumber parkingFee,
        @Wire(value = "ParkingFeePeriod", xs = Xs.UNSIGNED_INT) @Nullable Long parkingFeePeriod,
        @Wire(value = "CarbonDioxideEmission", xs = Xs.UNSIGNED_SHORT)
                @Nullable Integer carbonDioxideEmission,
        @Wire(value = "RenewableGenerationPercentage", xs = Xs.UNSIGNED_BYTE)
                @Nullable Integer renewableGenerationPercentage,
        @Wire("PowerRangeStart") RationalNumber powerRangeStart) {}
