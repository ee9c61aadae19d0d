package org.plugcharge.v2g.din70121;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;

/** The ways to pay, the charge service, and other services if there are any. */
@GlobalElement("ServiceDiscoveryRes")
public record ServiceDiscoveryRes(
        @Wire("ResponseCode") ResponseCode responseCode,
        @Wire("PaymentOptions") PaymentOptions paymentOptions,
        @Wire("ChargeService") ServiceCharge chargeService,
        @Wire("ServiceList") @Nullable ServiceTagList services)
        implements Din70121Response {}
