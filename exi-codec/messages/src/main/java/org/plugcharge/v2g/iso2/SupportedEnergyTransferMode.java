package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** One to six energy transfer modes. */
@ComplexType("SupportedEnergyTransferModeType")
@Namespace(Iso2Namespaces.DATA_TYPES)
public record SupportedEnergyTransferMode(
        @Wire("EnergyTransferMode") @Occurs(max = 6) List<EnergyTransferMode> modes) {

    public SupportedEnergyTransferMode {
        modes = List.copyOf(modes);
    }
}
