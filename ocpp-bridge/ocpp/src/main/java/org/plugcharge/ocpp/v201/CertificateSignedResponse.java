package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;

/** Whether the station installed the chain. */
public record CertificateSignedResponse(GenericStatus status, @Nullable StatusInfo statusInfo)
        implements Response {}
