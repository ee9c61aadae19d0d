package org.plugcharge.v2g.iso20.acdersae;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** The two to ten points of a curve. */
@ComplexType("CurveDataPointsListType")
public record CurveDataPoints(
        @Wire("CurveDataPoint") @Occurs(min = 2, max = 10) List<DataTuple> points) {

    public CurveDataPoints {
        points = List.copyOf(points);
    }
}
