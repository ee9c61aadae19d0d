package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** The unit of a {@link PhysicalValue}. */
@SimpleType("unitSymbolType")
@Namespace(Din70121Namespaces.DATA_TYPES)
public enum UnitSymbol {
    /** Hours. */
    @WireName("h")
    HOUR("h"),
    /** Minutes. */
    @WireName("m")
    MINUTE("min"),
    /** Seconds. */
    @WireName("s")
    SECOND("s"),
    /** Current. */
    @WireName("A")
    AMPERE("A"),
    /** Charge. */
    @WireName("Ah")
    AMPERE_HOUR("Ah"),
    /** Voltage. */
    @WireName("V")
    VOLT("V"),
    /** Apparent power. */
    @WireName("VA")
    VOLT_AMPERE("VA"),
    /** Active power. */
    @WireName("W")
    WATT("W"),
    /** Change of power. */
    @WireName("W/s")
    WATT_PER_SECOND("W/s"),
    /** Energy. */
    @WireName("Wh")
    WATT_HOUR("Wh");

    private final String symbol;

    UnitSymbol(String symbol) {
        this.symbol = symbol;
    }

    /** The unit as people write it. */
    public String symbol() {
        return symbol;
    }
}
