package org.plugcharge.ocpp.v201;

import org.plugcharge.ocpp.json.Length;

/** Names one certificate to an OCSP responder: hashes in hex, serial number in hex. */
public record OcspRequestData(
        HashAlgorithm hashAlgorithm,
        @Length(128) String issuerNameHash,
        @Length(128) String issuerKeyHash,
        @Length(40) String serialNumber,
        @Length(512) String responderURL) {}
