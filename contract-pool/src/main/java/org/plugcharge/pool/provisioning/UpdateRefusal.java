package org.plugcharge.pool.provisioning;

import org.plugcharge.v2g.iso2.ResponseCode;

/** Why a car's contract certificate is not replaced by a newer one. */
public enum UpdateRefusal {
    /** The contract certificate in the request can't be read. */
    CERTIFICATE_UNREADABLE,
    /** The request is not signed, not over itself, or not by the key of its certificate. */
    SIGNATURE_WRONG,
    /** The contract's chain leads to no trusted root. */
    CHAIN_UNTRUSTED,
    /** The request names another account than the certificate. */
    OTHER_ACCOUNT,
    /** A certificate of the chain has ended. */
    CERTIFICATE_EXPIRED,
    /** A certificate of the chain is revoked. */
    CERTIFICATE_REVOKED,
    /** This pool never made that certificate. */
    CERTIFICATE_UNKNOWN,
    /** The contract was cancelled. */
    CONTRACT_CANCELLED,
    /** The contract is not in the pool now: its vehicle has another provisioning certificate. */
    CONTRACT_LAPSED,
    /** The provider has not said that the contract goes on. */
    NOT_DUE,
    /** Another request is making the new certificate at this moment. */
    BEING_MADE,
    /** The authority does not issue for as long as the provider wants. */
    TERM_TOO_LONG,
    /** The signed response is longer than can be carried. */
    BUNDLE_TOO_LONG,
    /** There is a new certificate, but under no V2G root the car trusts. */
    NO_COMMON_ROOT;

    /** What the car is told. */
    public ResponseCode responseCode() {
        return switch (this) {
            case CERTIFICATE_UNREADABLE, CHAIN_UNTRUSTED, OTHER_ACCOUNT ->
                    ResponseCode.FAILED_CERT_CHAIN_ERROR;
            case SIGNATURE_WRONG -> ResponseCode.FAILED_SIGNATURE_ERROR;
            case CERTIFICATE_EXPIRED -> ResponseCode.FAILED_CERTIFICATE_EXPIRED;
            case CERTIFICATE_REVOKED -> ResponseCode.FAILED_CERTIFICATE_REVOKED;
            case CONTRACT_CANCELLED -> ResponseCode.FAILED_CONTRACT_CANCELED;
            case CERTIFICATE_UNKNOWN,
                    CONTRACT_LAPSED,
                    NOT_DUE,
                    BEING_MADE,
                    TERM_TOO_LONG,
                    BUNDLE_TOO_LONG,
                    NO_COMMON_ROOT ->
                    ResponseCode.FAILED_NO_CERTIFICATE_AVAILABLE;
        };
    }

    /** Whether asking again can never help, so that the car had better install a new contract. */
    boolean isFinal() {
        return switch (this) {
            case CERTIFICATE_EXPIRED,
                    CERTIFICATE_REVOKED,
                    CERTIFICATE_UNKNOWN,
                    CONTRACT_CANCELLED,
                    CONTRACT_LAPSED ->
                    true;
            case CERTIFICATE_UNREADABLE,
                    SIGNATURE_WRONG,
                    CHAIN_UNTRUSTED,
                    OTHER_ACCOUNT,
                    NOT_DUE,
                    BEING_MADE,
                    TERM_TOO_LONG,
                    BUNDLE_TOO_LONG,
                    NO_COMMON_ROOT ->
                    false;
        };
    }
}
