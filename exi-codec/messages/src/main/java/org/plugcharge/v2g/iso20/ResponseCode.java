package org.plugcharge.v2g.iso20;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** The station's verdict on a request: five kinds of OK, sixteen of WARNING, nineteen of FAILED. */
@SimpleType("responseCodeType")
public enum ResponseCode {
    @WireName("OK")
    OK,
    @WireName("OK_CertificateExpiresSoon")
    OK_CERTIFICATE_EXPIRES_SOON,
    @WireName("OK_NewSessionEstablished")
    OK_NEW_SESSION_ESTABLISHED,
    @WireName("OK_OldSessionJoined")
    OK_OLD_SESSION_JOINED,
    @WireName("OK_PowerToleranceConfirmed")
    OK_POWER_TOLERANCE_CONFIRMED,
    @WireName("WARNING_AuthorizationSelectionInvalid")
    WARNING_AUTHORIZATION_SELECTION_INVALID,
    @WireName("WARNING_CertificateExpired")
    WARNING_CERTIFICATE_EXPIRED,
    @WireName("WARNING_CertificateNotYetValid")
    WARNING_CERTIFICATE_NOT_YET_VALID,
    @WireName("WARNING_CertificateRevoked")
    WARNING_CERTIFICATE_REVOKED,
    @WireName("WARNING_CertificateValidationError")
    WARNING_CERTIFICATE_VALIDATION_ERROR,
    @WireName("WARNING_ChallengeInvalid")
    WARNING_CHALLENGE_INVALID,
    @WireName("WARNING_EIMAuthorizationFailure")
    WARNING_EIM_AUTHORIZATION_FAILURE,
    @WireName("WARNING_eMSPUnknown")
    WARNING_EMSP_UNKNOWN,
    @WireName("WARNING_EVPowerProfileViolation")
    WARNING_EV_POWER_PROFILE_VIOLATION,
    @WireName("WARNING_GeneralPnCAuthorizationError")
    WARNING_GENERAL_PNC_AUTHORIZATION_ERROR,
    @WireName("WARNING_NoCertificateAvailable")
    WARNING_NO_CERTIFICATE_AVAILABLE,
    @WireName("WARNING_NoContractMatchingPCIDFound")
    WARNING_NO_CONTRACT_MATCHING_PCID_FOUND,
    @WireName("WARNING_PowerToleranceNotConfirmed")
    WARNING_POWER_TOLERANCE_NOT_CONFIRMED,
    @WireName("WARNING_ScheduleRenegotiationFailed")
    WARNING_SCHEDULE_RENEGOTIATION_FAILED,
    @WireName("WARNING_StandbyNotAllowed")
    WARNING_STANDBY_NOT_ALLOWED,
    @WireName("WARNING_WPT")
    WARNING_WPT,
    @WireName("FAILED")
    FAILED,
    @WireName("FAILED_AssociationError")
    FAILED_ASSOCIATION_ERROR,
    @WireName("FAILED_ContactorError")
    FAILED_CONTACTOR_ERROR,
    @WireName("FAILED_EVPowerProfileInvalid")
    FAILED_EV_POWER_PROFILE_INVALID,
    @WireName("FAILED_EVPowerProfileViolation")
    FAILED_EV_POWER_PROFILE_VIOLATION,
    @WireName("FAILED_MeteringSignatureNotValid")
    FAILED_METERING_SIGNATURE_NOT_VALID,
    @WireName("FAILED_NoEnergyTransferServiceSelected")
    FAILED_NO_ENERGY_TRANSFER_SERVICE_SELECTED,
    @WireName("FAILED_NoServiceRenegotiationSupported")
    FAILED_NO_SERVICE_RENEGOTIATION_SUPPORTED,
    @WireName("FAILED_PauseNotAllowed")
    FAILED_PAUSE_NOT_ALLOWED,
    @WireName("FAILED_PowerDeliveryNotApplied")
    FAILED_POWER_DELIVERY_NOT_APPLIED,
    @WireName("FAILED_PowerToleranceNotConfirmed")
    FAILED_POWER_TOLERANCE_NOT_CONFIRMED,
    @WireName("FAILED_ScheduleRenegotiation")
    FAILED_SCHEDULE_RENEGOTIATION,
    @WireName("FAILED_ScheduleSelectionInvalid")
    FAILED_SCHEDULE_SELECTION_INVALID,
    @WireName("FAILED_SequenceError")
    FAILED_SEQUENCE_ERROR,
    @WireName("FAILED_ServiceIDInvalid")
    FAILED_SERVICE_ID_INVALID,
    @WireName("FAILED_ServiceSelectionInvalid")
    FAILED_SERVICE_SELECTION_INVALID,
    @WireName("FAILED_SignatureError")
    FAILED_SIGNATURE_ERROR,
    @WireName("FAILED_UnknownSession")
    FAILED_UNKNOWN_SESSION,
    @WireName("FAILED_WrongChargeParameter")
    FAILED_WRONG_CHARGE_PARAMETER;

    /** Whether the request was refused; a warning is no refusal. */
    public boolean failed() {
        return compareTo(FAILED) >= 0;
    }
}
