package org.plugcharge.v2g.iso20.acderiec;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;

/** A point of a {@link DerCurve}: x in the unit of the curve, y as a setpoint. */
@ComplexType("DataTupleType")
public record DataTuple(
        @Wire("xValue") RationalNumber xValue, @Wire("yValue") SetpointExcitation yValue) {}
