package org.plugcharge.certs;

/** Why a chain is refused, and what to tell the car and the station. */
public enum Reason {
    /** Octets that are no certificate. */
    MALFORMED,
    /** Longer than the schema allows. */
    TOO_LARGE,
    /** More sub-CAs than the standard or a path length allows. */
    PATH_TOO_LONG,
    /** The issuer is not there, or the chain ends in nobody trusted for this purpose. */
    UNTRUSTED,
    /** The named issuer did not sign it. */
    BAD_SIGNATURE,
    /** Another curve, key type or encoding than the edition has. */
    WRONG_KEY,
    /** An issuer that is no CA. */
    NOT_A_CA,
    /** A leaf that is a CA. */
    CA_AS_LEAF,
    /** A key usage is missing or out of place. */
    WRONG_KEY_USAGE,
    /** A critical extension nobody here understands, or name constraints. */
    UNKNOWN_EXTENSION,
    /** A domain component of another role, or none where one must be. */
    WRONG_DOMAIN,
    /** A name that is no eMAID, PCID or whatever it has to be. */
    WRONG_NAME,
    /** A right name, but not the one that was claimed. */
    OTHER_IDENTITY,
    /** Not valid yet. */
    NOT_YET_VALID,
    /** Not valid any more. */
    EXPIRED,
    /** Revoked or suspended by its issuer. */
    REVOKED,
    /** No usable answer about revocation where one is needed. */
    STATUS_UNKNOWN;

    /**
     * What OCPP's AuthorizeResponse says.
     *
     * @param certificateStatus AuthorizeCertificateStatusEnumType
     * @param idTokenStatus AuthorizationStatusEnumType
     */
    public record OcppAnswer(String certificateStatus, String idTokenStatus) {}

    /** The ISO 15118-2 response code for a refused contract chain, by its name in the schema. */
    public String iso2ResponseCode() {
        return switch (this) {
            case EXPIRED -> "FAILED_CertificateExpired";
            case REVOKED -> "FAILED_CertificateRevoked";
            case MALFORMED,
                    TOO_LARGE,
                    PATH_TOO_LONG,
                    UNTRUSTED,
                    BAD_SIGNATURE,
                    WRONG_KEY,
                    NOT_A_CA,
                    CA_AS_LEAF,
                    WRONG_KEY_USAGE,
                    UNKNOWN_EXTENSION,
                    WRONG_DOMAIN,
                    WRONG_NAME,
                    OTHER_IDENTITY,
                    NOT_YET_VALID,
                    STATUS_UNKNOWN ->
                    "FAILED_CertChainError";
        };
    }

    /**
     * The ISO 15118-20 response code for a refused contract chain, by its name in the schema, which
     * knows no FAILED for it: the car may try another contract.
     */
    public String iso20ResponseCode() {
        return switch (this) {
            case EXPIRED -> "WARNING_CertificateExpired";
            case NOT_YET_VALID -> "WARNING_CertificateNotYetValid";
            case REVOKED -> "WARNING_CertificateRevoked";
            case MALFORMED,
                    TOO_LARGE,
                    PATH_TOO_LONG,
                    UNTRUSTED,
                    BAD_SIGNATURE,
                    WRONG_KEY,
                    NOT_A_CA,
                    CA_AS_LEAF,
                    WRONG_KEY_USAGE,
                    UNKNOWN_EXTENSION,
                    WRONG_DOMAIN,
                    WRONG_NAME,
                    OTHER_IDENTITY,
                    STATUS_UNKNOWN ->
                    "WARNING_CertificateValidationError";
        };
    }

    /**
     * The pair a CSMS answers with: C07.FR.15, C07.FR.16, C07.FR.17 (errata 2023-12, entry 680).
     */
    public OcppAnswer ocpp() {
        return switch (this) {
            case EXPIRED -> new OcppAnswer("CertificateExpired", "Expired");
            case REVOKED -> new OcppAnswer("CertificateRevoked", "Invalid");
            case MALFORMED,
                    TOO_LARGE,
                    PATH_TOO_LONG,
                    UNTRUSTED,
                    BAD_SIGNATURE,
                    WRONG_KEY,
                    NOT_A_CA,
                    CA_AS_LEAF,
                    WRONG_KEY_USAGE,
                    UNKNOWN_EXTENSION,
                    WRONG_DOMAIN,
                    WRONG_NAME,
                    OTHER_IDENTITY,
                    NOT_YET_VALID,
                    STATUS_UNKNOWN ->
                    new OcppAnswer("CertChainError", "Invalid");
        };
    }
}
