package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.Choice;
import org.plugcharge.exi.schema.Group;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;

/** The value of a {@link Parameter}, in one of six kinds. */
@Choice
public sealed interface ParameterValue
        permits ParameterValue.OfBool,
                ParameterValue.OfByte,
                ParameterValue.OfShort,
                ParameterValue.OfInt,
                ParameterValue.OfRationalNumber,
                ParameterValue.OfString {

    /** Yes or no. */
    @Group
    record OfBool(@Wire("boolValue") boolean value) implements ParameterValue {}

    /** A number of 8 bits. */
    @Group
    record OfByte(@Wire("byteValue") @Range(min = -128, max = 127) int value)
            implements ParameterValue {}

    /** A number of 16 bits. */
    @Group
    record OfShort(@Wire("shortValue") @Range(min = -32768, max = 32767) int value)
            implements ParameterValue {}

    /** A number of 32 bits. */
    @Group
    record OfInt(@Wire("intValue") int value) implements ParameterValue {}

    /** A number with an exponent. */
    @Group
    record OfRationalNumber(@Wire("rationalNumber") RationalNumber value)
            implements ParameterValue {}

    /** Text. */
    @Group
    record OfString(@Wire("finiteString") @Length(max = 80) String value)
            implements ParameterValue {}
}
