package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;

/** The car's choice: how it pays and which services (with which parameter set) it takes. */
@GlobalElement("PaymentServiceSelectionReq")
public record PaymentServiceSelectionReq(
        @Wire("SelectedPaymentOption") PaymentOption paymentOption,
        @Wire("SelectedServiceList") SelectedServiceList services)
        implements Iso2Request {}
