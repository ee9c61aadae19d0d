package org.plugcharge.v2g.iso20.wpt;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** One to eight ways to check that the coils lie above one another. */
@ComplexType("WPT_AlignmentCheckMethodListType")
public record AlignmentCheckMethods(
        @Wire("WPT_AlignmentCheckMethod") @Occurs(max = 8) List<AlignmentCheckMethod> methods) {

    public AlignmentCheckMethods {
        methods = List.copyOf(methods);
    }
}
