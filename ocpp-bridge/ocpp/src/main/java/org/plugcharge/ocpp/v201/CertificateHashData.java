package org.plugcharge.ocpp.v201;

import org.plugcharge.ocpp.json.Length;

/** Names one certificate by hashes in hex. */
public record CertificateHashData(
        HashAlgorithm hashAlgorithm,
        @Length(128) String issuerNameHash,
        @Length(128) String issuerKeyHash,
        @Length(40) String serialNumber) {}
