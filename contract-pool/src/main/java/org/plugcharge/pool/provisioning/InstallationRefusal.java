package org.plugcharge.pool.provisioning;

import org.plugcharge.v2g.iso2.ResponseCode;

/** Why a car gets no contract. */
public enum InstallationRefusal {
    /** The provisioning certificate in the request can't be read. */
    CERTIFICATE_UNREADABLE,
    /** The request is not signed, not over itself, or not by the key of its certificate. */
    SIGNATURE_WRONG,
    /** No vehicle of that PCID is registered, or with another certificate. */
    VEHICLE_UNKNOWN,
    /** The registered chain does not lead to a trusted root any more. */
    CHAIN_UNTRUSTED,
    /** A certificate of the chain has ended. */
    CERTIFICATE_EXPIRED,
    /** A certificate of the chain is revoked. */
    CERTIFICATE_REVOKED,
    /** There is no contract for this vehicle at this time. */
    NO_CONTRACT,
    /** There is one, but under no V2G root the car trusts. */
    NO_COMMON_ROOT;

    /** What the car is told. */
    public ResponseCode responseCode() {
        return switch (this) {
            case CERTIFICATE_UNREADABLE, CHAIN_UNTRUSTED -> ResponseCode.FAILED_CERT_CHAIN_ERROR;
            case SIGNATURE_WRONG -> ResponseCode.FAILED_SIGNATURE_ERROR;
            case CERTIFICATE_EXPIRED -> ResponseCode.FAILED_CERTIFICATE_EXPIRED;
            case CERTIFICATE_REVOKED -> ResponseCode.FAILED_CERTIFICATE_REVOKED;
            case VEHICLE_UNKNOWN, NO_CONTRACT, NO_COMMON_ROOT ->
                    ResponseCode.FAILED_NO_CERTIFICATE_AVAILABLE;
        };
    }
}
