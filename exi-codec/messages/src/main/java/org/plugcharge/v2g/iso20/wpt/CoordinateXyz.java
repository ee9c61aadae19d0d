package org.plugcharge.v2g.iso20.wpt;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;

/** Three numbers of 16 bits with sign: position or direction of an antenna at its device. */
@ComplexType("WPT_CoordinateXYZType")
public record CoordinateXyz(
        @Wire("Coord_X") @Range(min = -32768, max = 32767) int x,
        @Wire("Coord_Y") @Range(min = -32768, max = 32767) int y,
        @Wire("Coord_Z") @Range(min = -32768, max = 32767) int z) {}
