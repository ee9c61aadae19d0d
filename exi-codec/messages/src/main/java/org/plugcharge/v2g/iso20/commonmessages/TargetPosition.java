package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/** A position beside the target; the schema has this type and uses it nowhere. */
@ComplexType("TargetPositionType")
public record TargetPosition(
        @Wire(value = "TargetOffsetX", xs = Xs.UNSIGNED_SHORT) int x,
        @Wire(value = "TargetOffsetY", xs = Xs.UNSIGNED_SHORT) int y) {}
