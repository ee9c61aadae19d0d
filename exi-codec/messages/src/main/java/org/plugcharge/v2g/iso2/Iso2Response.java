package org.plugcharge.v2g.iso2;

/** A response: what a station says, always with a verdict. */
public sealed interface Iso2Response extends Iso2Body
        permits AuthorizationRes,
                CableCheckRes,
                CertificateInstallationRes,
                CertificateUpdateRes,
                ChargeParameterDiscoveryRes,
                ChargingStatusRes,
                CurrentDemandRes,
                MeteringReceiptRes,
                PaymentDetailsRes,
                PaymentServiceSelectionRes,
                PowerDeliveryRes,
                PreChargeRes,
                ServiceDetailRes,
                ServiceDiscoveryRes,
                SessionSetupRes,
                SessionStopRes,
                WeldingDetectionRes {

    /** The station's verdict on the request. */
    ResponseCode responseCode();
}
