package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** The station's verdict on a request: four kinds of OK, 19 of FAILED. */
@SimpleType("responseCodeType")
@Namespace(Din70121Namespaces.DATA_TYPES)
public enum ResponseCode {
    OK,
    @WireName("OK_NewSessionEstablished")
    OK_NEW_SESSION_ESTABLISHED,
    @WireName("OK_OldSessionJoined")
    OK_OLD_SESSION_JOINED,
    @WireName("OK_CertificateExpiresSoon")
    OK_CERTIFICATE_EXPIRES_SOON,
    FAILED,
    @WireName("FAILED_SequenceError")
    FAILED_SEQUENCE_ERROR,
    @WireName("FAILED_ServiceIDInvalid")
    FAILED_SERVICE_ID_INVALID,
    @WireName("FAILED_UnknownSession")
    FAILED_UNKNOWN_SESSION,
    @WireName("FAILED_ServiceSelectionInvalid")
    FAILED_SERVICE_SELECTION_INVALID,
    @WireName("FAILED_PaymentSelectionInvalid")
    FAILED_PAYMENT_SELECTION_INVALID,
    @WireName("FAILED_CertificateExpired")
    FAILED_CERTIFICATE_EXPIRED,
    @WireName("FAILED_SignatureError")
    FAILED_SIGNATURE_ERROR,
    @WireName("FAILED_NoCertificateAvailable")
    FAILED_NO_CERTIFICATE_AVAILABLE,
    @WireName("FAILED_CertChainError")
    FAILED_CERT_CHAIN_ERROR,
    @WireName("FAILED_ChallengeInvalid")
    FAILED_CHALLENGE_INVALID,
    @WireName("FAILED_ContractCanceled")
    FAILED_CONTRACT_CANCELED,
    @WireName("FAILED_WrongChargeParameter")
    FAILED_WRONG_CHARGE_PARAMETER,
    @WireName("FAILED_PowerDeliveryNotApplied")
    FAILED_POWER_DELIVERY_NOT_APPLIED,
    @WireName("FAILED_TariffSelectionInvalid")
    FAILED_TARIFF_SELECTION_INVALID,
    @WireName("FAILED_ChargingProfileInvalid")
    FAILED_CHARGING_PROFILE_INVALID,
    @WireName("FAILED_EVSEPresentVoltageToLow")
    FAILED_EVSE_PRESENT_VOLTAGE_TOO_LOW,
    @WireName("FAILED_MeteringSignatureNotValid")
    FAILED_METERING_SIGNATURE_NOT_VALID,
    @WireName("FAILED_WrongEnergyTransferType")
    FAILED_WRONG_ENERGY_TRANSFER_TYPE;

    /** Whether the request was refused. */
    public boolean failed() {
        return compareTo(FAILED) >= 0;
    }
}
