package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;
import org.plugcharge.ocpp.json.Length;

/**
 * The base64 of the complete EXI answer, to be handed to the vehicle as it is; present on failure
 * too.
 */
public record Get15118EVCertificateResponse(
        EVCertificateStatus status,
        @Nullable StatusInfo statusInfo,
        @Length(5600) String exiResponse)
        implements Response {}
