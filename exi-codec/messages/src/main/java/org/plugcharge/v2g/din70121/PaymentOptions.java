package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** The ways to pay that a station offers, one or more. */
@ComplexType("PaymentOptionsType")
@Namespace(Din70121Namespaces.DATA_TYPES)
public record PaymentOptions(
        @Wire("PaymentOption") @Occurs(max = Occurs.UNBOUNDED) List<PaymentOption> options) {

    public PaymentOptions {
        options = List.copyOf(options);
    }
}
