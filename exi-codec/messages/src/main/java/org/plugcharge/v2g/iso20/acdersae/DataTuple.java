package org.plugcharge.v2g.iso20.acdersae;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;

/** A point of a curve: x and y in the units of the curve. */
@ComplexType("DataTupleType")
public record DataTuple(
        @Wire("xValue") RationalNumber xValue, @Wire("yValue") RationalNumber yValue) {}
