package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** How the driver pays: by the contract in the car, or by other means at the station. */
@SimpleType("paymentOptionType")
@Namespace(Din70121Namespaces.DATA_TYPES)
public enum PaymentOption {
    @WireName("Contract")
    CONTRACT,
    @WireName("ExternalPayment")
    EXTERNAL_PAYMENT
}
