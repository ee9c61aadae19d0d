package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;

/** The car's choice: how it pays and which services (with which parameter set) it takes. */
@GlobalElement("ServicePaymentSelectionReq")
public record ServicePaymentSelectionReq(
        @Wire("SelectedPaymentOption") PaymentOption paymentOption,
        @Wire("SelectedServiceList") SelectedServiceList services)
        implements Din70121Request {}
