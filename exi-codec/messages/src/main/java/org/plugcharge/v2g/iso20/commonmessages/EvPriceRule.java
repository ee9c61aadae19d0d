package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;

/** What the car wants for energy (per kWh) from a power (W) upwards. */
@ComplexType("EVPriceRuleType")
public record EvPriceRule(
        @Wire("EnergyFee") RationalNumber energyFee,
        @Wire("PowerRangeStart") RationalNumber powerRangeStart) {}
