package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** The unit of a {@link PhysicalValue}. */
@SimpleType("unitSymbolType")
@Namespace(Iso2Namespaces.DATA_TYPES)
public enum UnitSymbol {
    @WireName("h")
    HOUR,
    @WireName("m")
    MINUTE,
    @WireName("s")
    SECOND,
    @WireName("A")
    AMPERE,
    @WireName("V")
    VOLT,
    @WireName("W")
    WATT,
    @WireName("Wh")
    WATT_HOUR;

    /** The unit as people write it. */
    public String symbol() {
        return switch (this) {
            case HOUR -> "h";
            case MINUTE -> "min";
            case SECOND -> "s";
            case AMPERE -> "A";
            case VOLT -> "V";
            case WATT -> "W";
            case WATT_HOUR -> "Wh";
        };
    }
}
