package org.plugcharge.csms.host;

import org.jspecify.annotations.Nullable;
import org.plugcharge.ocpp.v201.AuthorizationStatus;
import org.plugcharge.ocpp.v201.CertificateStatus;

/** What a driver reads on the station's display; empty where there is nothing to say. */
final class Texts {

    private Texts() {}

    static String forDriver(AuthorizationStatus status, @Nullable CertificateStatus certificate) {
        if (certificate != null && certificate != CertificateStatus.ACCEPTED) {
            return switch (certificate) {
                case CERTIFICATE_EXPIRED ->
                        "Your contract certificate has expired. Please renew it in your car.";
                case CERTIFICATE_REVOKED ->
                        "Your contract certificate was revoked. Please ask your provider.";
                case CONTRACT_CANCELLED -> "Your contract is not active. Please ask your provider.";
                case CERT_CHAIN_ERROR, SIGNATURE_ERROR, NO_CERTIFICATE_AVAILABLE ->
                        "Your contract could not be verified. Please use another way to pay.";
                case ACCEPTED -> "";
            };
        }
        return switch (status) {
            case ACCEPTED -> "";
            case CONCURRENT_TX -> "You are charging elsewhere already.";
            case NO_CREDIT -> "Your credit is used up.";
            case NOT_ALLOWED_TYPE_EVSE, NOT_AT_THIS_LOCATION, NOT_AT_THIS_TIME ->
                    "You cannot charge here now.";
            case BLOCKED, EXPIRED, INVALID, UNKNOWN ->
                    "This card or contract is not accepted here.";
        };
    }
}
