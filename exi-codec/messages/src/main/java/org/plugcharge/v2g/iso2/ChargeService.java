package org.plugcharge.v2g.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/** The charge service (id 1) with the energy transfer modes the station can do. */
@ComplexType("ChargeServiceType")
@Namespace(Iso2Namespaces.DATA_TYPES)
public record ChargeService(
        @Wire(value = "ServiceID", xs = Xs.UNSIGNED_SHORT) int serviceId,
        @Wire("ServiceName") @Length(max = 32) @Nullable String name,
        @Wire("ServiceCategory") ServiceCategory category,
        @Wire("ServiceScope") @Length(max = 64) @Nullable String scope,
        @Wire("FreeService") boolean free,
        @Wire("SupportedEnergyTransferMode")
                SupportedEnergyTransferMode supportedEnergyTransferModes) {}
