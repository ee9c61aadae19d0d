package org.plugcharge.v2g.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;

/** The station's limits and, once processing has finished, the schedules to choose from. */
@GlobalElement("ChargeParameterDiscoveryRes")
public record ChargeParameterDiscoveryRes(
        @Wire("ResponseCode") ResponseCode responseCode,
        @Wire("EVSEProcessing") EvseProcessing processing,
        @Wire(value = "SASchedules", ref = true) @Nullable SaSchedules schedules,
        @Wire(value = "EVSEChargeParameter", ref = true) EvseChargeParameter chargeParameter)
        implements Iso2Response {}
