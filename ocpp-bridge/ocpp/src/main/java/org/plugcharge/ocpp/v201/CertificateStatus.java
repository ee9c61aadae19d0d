package org.plugcharge.ocpp.v201;

import org.plugcharge.ocpp.json.WireEnum;

/**
 * The verdict on a contract certificate chain; the schema keeps SignatureError and
 * NoCertificateAvailable, which errata 680 leaves unused.
 */
public enum CertificateStatus implements WireEnum {
    ACCEPTED("Accepted"),
    SIGNATURE_ERROR("SignatureError"),
    CERTIFICATE_EXPIRED("CertificateExpired"),
    CERTIFICATE_REVOKED("CertificateRevoked"),
    NO_CERTIFICATE_AVAILABLE("NoCertificateAvailable"),
    CERT_CHAIN_ERROR("CertChainError"),
    CONTRACT_CANCELLED("ContractCancelled");

    private final String wire;

    CertificateStatus(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
