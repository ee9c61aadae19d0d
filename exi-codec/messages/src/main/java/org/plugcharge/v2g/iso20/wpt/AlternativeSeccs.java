package org.plugcharge.v2g.iso20.wpt;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** One to eight stations a car can turn to instead. */
@ComplexType("AlternativeSECCListType")
public record AlternativeSeccs(
        @Wire("AlternativeSECC") @Occurs(max = 8) List<AlternativeSecc> seccs) {

    public AlternativeSeccs {
        seccs = List.copyOf(seccs);
    }
}
