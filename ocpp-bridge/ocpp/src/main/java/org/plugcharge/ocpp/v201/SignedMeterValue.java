package org.plugcharge.ocpp.v201;

import org.plugcharge.ocpp.json.Length;

/** A meter value with its signature, for instance OCMF. */
public record SignedMeterValue(
        @Length(2500) String signedMeterData,
        @Length(50) String signingMethod,
        @Length(50) String encodingMethod,
        @Length(2500) String publicKey) {}
