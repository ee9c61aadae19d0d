package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;

/**
 * The station's limits and the schedules to choose from. Unlike in ISO 15118-2 the schedules are
 * there even while processing goes on.
 */
@GlobalElement("ChargeParameterDiscoveryRes")
public record ChargeParameterDiscoveryRes(
        @Wire("ResponseCode") ResponseCode responseCode,
        @Wire("EVSEProcessing") EvseProcessing processing,
        @Wire(value = "SASchedules", ref = true) SaSchedules schedules,
        @Wire(value = "EVSEChargeParameter", ref = true) EvseChargeParameter chargeParameter)
        implements Din70121Response {}
