package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** One or two ways to pay. */
@ComplexType("PaymentOptionListType")
@Namespace(Iso2Namespaces.DATA_TYPES)
public record PaymentOptionList(
        @Wire("PaymentOption") @Occurs(max = 2) List<PaymentOption> options) {

    public PaymentOptionList {
        options = List.copyOf(options);
    }
}
