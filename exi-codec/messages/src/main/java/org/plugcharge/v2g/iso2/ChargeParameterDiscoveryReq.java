package org.plugcharge.v2g.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * The energy transfer mode the car wants and the limits of its battery or charger.
 *
 * <p>{@code maxEntries} bounds the entries of each schedule the station may offer. Repeated while
 * the answer says Ongoing.
 */
@GlobalElement("ChargeParameterDiscoveryReq")
public record ChargeParameterDiscoveryReq(
        @Wire(value = "MaxEntriesSAScheduleTuple", xs = Xs.UNSIGNED_SHORT)
                @Nullable Integer maxEntries,
        @Wire("RequestedEnergyTransferMode") EnergyTransferMode energyTransferMode,
        @Wire(value = "EVChargeParameter", ref = true) EvChargeParameter chargeParameter)
        implements Iso2Request {}
