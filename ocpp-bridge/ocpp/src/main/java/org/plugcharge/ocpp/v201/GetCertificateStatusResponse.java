package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;
import org.plugcharge.ocpp.json.Length;

/** The base64 of the DER OCSPResponse. */
public record GetCertificateStatusResponse(
        OcspFetchStatus status,
        @Nullable StatusInfo statusInfo,
        @Length(5500) @Nullable String ocspResult)
        implements Response {}
