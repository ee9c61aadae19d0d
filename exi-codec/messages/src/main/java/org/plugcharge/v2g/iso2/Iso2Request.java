package org.plugcharge.v2g.iso2;

/** A request: what a car says. */
public sealed interface Iso2Request extends Iso2Body
        permits AuthorizationReq,
                CableCheckReq,
                CertificateInstallationReq,
                CertificateUpdateReq,
                ChargeParameterDiscoveryReq,
                ChargingStatusReq,
                CurrentDemandReq,
                MeteringReceiptReq,
                PaymentDetailsReq,
                PaymentServiceSelectionReq,
                PowerDeliveryReq,
                PreChargeReq,
                ServiceDetailReq,
                ServiceDiscoveryReq,
                SessionSetupReq,
                SessionStopReq,
                WeldingDetectionReq {}
