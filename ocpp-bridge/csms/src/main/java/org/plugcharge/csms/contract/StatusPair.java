package org.plugcharge.csms.contract;

import org.plugcharge.ocpp.v201.AuthorizationStatus;
import org.plugcharge.ocpp.v201.CertificateStatus;

/** What goes into an AuthorizeResponse for a contract. */
public record StatusPair(CertificateStatus certificate, AuthorizationStatus token) {

    /** The pair for a chain and the contract's own status (errata 2023-12, entry 680). */
    public static StatusPair of(ChainFinding.Kind chain, AuthorizationStatus token) {
        return switch (chain) {
            case VALID -> valid(token);
            case EXPIRED ->
                    new StatusPair(
                            CertificateStatus.CERTIFICATE_EXPIRED,
                            AuthorizationStatus.EXPIRED); // C07.FR.15
            case REVOKED ->
                    new StatusPair(
                            CertificateStatus.CERTIFICATE_REVOKED,
                            AuthorizationStatus.INVALID); // C07.FR.16
            case WRONG ->
                    new StatusPair(
                            CertificateStatus.CERT_CHAIN_ERROR,
                            AuthorizationStatus.INVALID); // C07.FR.17
        };
    }

    private static StatusPair valid(AuthorizationStatus token) {
        return switch (token) {
            case BLOCKED, EXPIRED, INVALID, UNKNOWN ->
                    new StatusPair(CertificateStatus.CONTRACT_CANCELLED, token); // C07.FR.13
            case ACCEPTED,
                    CONCURRENT_TX,
                    NO_CREDIT,
                    NOT_ALLOWED_TYPE_EVSE,
                    NOT_AT_THIS_LOCATION,
                    NOT_AT_THIS_TIME ->
                    new StatusPair(CertificateStatus.ACCEPTED, token); // C07.FR.14
        };
    }
}
