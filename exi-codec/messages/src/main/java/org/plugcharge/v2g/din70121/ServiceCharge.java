package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Wire;

/** The charge service with the one energy transfer type the station can do. */
@GlobalElement("ServiceCharge")
@Namespace(Din70121Namespaces.DATA_TYPES)
public record ServiceCharge(
        @Wire("ServiceTag") ServiceTag tag,
        @Wire("FreeService") boolean free,
        @Wire("EnergyTransferType") EvseSupportedEnergyTransfer energyTransfer) {}
