package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** What a {@link Cost} counts. */
@SimpleType("costKindType")
@Namespace(Din70121Namespaces.DATA_TYPES)
public enum CostKind {
    @WireName("relativePricePercentage")
    RELATIVE_PRICE_PERCENTAGE,
    @WireName("RenewableGenerationPercentage")
    RENEWABLE_GENERATION_PERCENTAGE,
    @WireName("CarbonDioxideEmission")
    CARBON_DIOXIDE_EMISSION
}
