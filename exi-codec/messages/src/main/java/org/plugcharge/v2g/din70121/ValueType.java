package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** The kind of a {@link Parameter}'s value, as its attribute says it. */
@SimpleType("valueType")
@Namespace(Din70121Namespaces.DATA_TYPES)
public enum ValueType {
    @WireName("bool")
    BOOL,
    @WireName("byte")
    BYTE,
    @WireName("short")
    SHORT,
    @WireName("int")
    INT,
    @WireName("physicalValue")
    PHYSICAL_VALUE,
    @WireName("string")
    STRING;

    /** The kind of a value. */
    public static ValueType of(ParameterValue value) {
        return switch (value) {
            case ParameterValue.OfBool _ -> BOOL;
            case ParameterValue.OfByte _ -> BYTE;
            case ParameterValue.OfShort _ -> SHORT;
            case ParameterValue.OfInt _ -> INT;
            case ParameterValue.OfPhysicalValue _ -> PHYSICAL_VALUE;
            case ParameterValue.OfString _ -> STRING;
        };
    }
}
