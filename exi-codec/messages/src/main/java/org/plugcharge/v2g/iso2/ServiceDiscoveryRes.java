package org.plugcharge.v2g.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;

/**
 * Offers payment options, the charge service and, where there are any, value-added services such as
 * the certificate service.
 */
@GlobalElement("ServiceDiscoveryRes")
public record ServiceDiscoveryRes(
        @Wire("ResponseCode") ResponseCode responseCode,
        @Wire("PaymentOptionList") PaymentOptionList paymentOptions,
        @Wire("ChargeService") ChargeService chargeService,
        @Wire("ServiceList") @Nullable ServiceList services)
        implements Iso2Response {}
