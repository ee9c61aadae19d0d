package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;

/**
 * The verdict on the token and, for a contract, on its certificates: charge only if both accept.
 */
public record AuthorizeResponse(
        IdTokenInfo idTokenInfo, @Nullable CertificateStatus certificateStatus)
        implements Response {}
