package org.plugcharge.v2g.din70121;

/** A request: what a car says. */
public sealed interface Din70121Request extends Din70121Body
        permits CableCheckReq,
                CertificateInstallationReq,
                CertificateUpdateReq,
                ChargeParameterDiscoveryReq,
                ChargingStatusReq,
                ContractAuthenticationReq,
                CurrentDemandReq,
                MeteringReceiptReq,
                PaymentDetailsReq,
                PowerDeliveryReq,
                PreChargeReq,
                ServiceDetailReq,
                ServiceDiscoveryReq,
                ServicePaymentSelectionReq,
                SessionSetupReq,
                SessionStopReq,
                WeldingDetectionReq {}
