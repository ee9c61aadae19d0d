package org.plugcharge.v2g.iso20.wpt;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** One to eight ways to make sure that a car speaks with the station below it. */
@ComplexType("WPT_PairingMethodListType")
public record PairingMethods(
        @Wire("WPT_PairingMethod") @Occurs(max = 8) List<PairingMethod> methods) {

    public PairingMethods {
        methods = List.copyOf(methods);
    }
}
