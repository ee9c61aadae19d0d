package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** How the driver pays: by the contract in the car, or by other means at the station. */
@SimpleType("paymentOptionType")
@Namespace(Iso2Namespaces.DATA_TYPES)
public enum PaymentOption {
    @WireName("Contract")
    CONTRACT,
    @WireName("ExternalPayment")
    EXTERNAL_PAYMENT
}
