package org.plugcharge.v2g.iso20.wpt;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** One to eight ways to bring a car over the primary device. */
@ComplexType("WPT_FinePositioningMethodListType")
public record FinePositioningMethods(
        @Wire("WPT_FinePositioningMethod") @Occurs(max = 8) List<FinePositioningMethod> methods) {

    public FinePositioningMethods {
        methods = List.copyOf(methods);
    }
}
