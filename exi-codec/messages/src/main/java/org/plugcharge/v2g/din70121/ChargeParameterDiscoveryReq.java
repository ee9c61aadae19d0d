package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;

/**
 * The energy transfer type the car wants and the limits of its battery or charger; repeated while
 * the answer says Ongoing.
 */
@GlobalElement("ChargeParameterDiscoveryReq")
public record ChargeParameterDiscoveryReq(
        @Wire("EVRequestedEnergyTransferType") EvRequestedEnergyTransfer energyTransfer,
        @Wire(value = "EVChargeParameter", ref = true) EvChargeParameter chargeParameter)
        implements Din70121Request {}
