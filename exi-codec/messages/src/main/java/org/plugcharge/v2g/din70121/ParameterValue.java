package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.Choice;
import org.plugcharge.exi.schema.Group;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;

/** The value of a {@link Parameter}, in one of six kinds. */
@Choice
@Namespace(Din70121Namespaces.DATA_TYPES)
public sealed interface ParameterValue
        permits ParameterValue.OfBool,
                ParameterValue.OfByte,
                ParameterValue.OfShort,
                ParameterValue.OfInt,
                ParameterValue.OfPhysicalValue,
                ParameterValue.OfString {

    /** Yes or no. */
    @Group
    @Namespace(Din70121Namespaces.DATA_TYPES)
    record OfBool(@Wire("boolValue") boolean value) implements ParameterValue {}

    /** A number of 8 bits. */
    @Group
    @Namespace(Din70121Namespaces.DATA_TYPES)
    record OfByte(@Wire("byteValue") @Range(min = -128, max = 127) int value)
            implements ParameterValue {}

    /** A number of 16 bits. */
    @Group
    @Namespace(Din70121Namespaces.DATA_TYPES)
    record OfShort(@Wire("shortValue") @Range(min = -32768, max = 32767) int value)
            implements ParameterValue {}

    /** A number of 32 bits. */
    @Group
    @Namespace(Din70121Namespaces.DATA_TYPES)
    record OfInt(@Wire("intValue") int value) implements ParameterValue {}

    /** An amount with its unit. */
    @Group
    @Namespace(Din70121Namespaces.DATA_TYPES)
    record OfPhysicalValue(@Wire("physicalValue") PhysicalValue value) implements ParameterValue {}

    /** Text of any length the message can hold. */
    @Group
    @Namespace(Din70121Namespaces.DATA_TYPES)
    record OfString(@Wire("stringValue") String value) implements ParameterValue {}
}
