package org.plugcharge.v2g.din70121;

/** A response: what a station says, always with a verdict. */
public sealed interface Din70121Response extends Din70121Body
        permits CableCheckRes,
                CertificateInstallationRes,
                CertificateUpdateRes,
                ChargeParameterDiscoveryRes,
                ChargingStatusRes,
                ContractAuthenticationRes,
                CurrentDemandRes,
                MeteringReceiptRes,
                PaymentDetailsRes,
                PowerDeliveryRes,
                PreChargeRes,
                ServiceDetailRes,
                ServiceDiscoveryRes,
                ServicePaymentSelectionRes,
                SessionSetupRes,
                SessionStopRes,
                WeldingDetectionRes {

    /** The station's verdict on the request. */
    ResponseCode responseCode();
}
