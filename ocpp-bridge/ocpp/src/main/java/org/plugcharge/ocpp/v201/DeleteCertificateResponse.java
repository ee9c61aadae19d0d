package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;

/** Whether it was deleted. */
public record DeleteCertificateResponse(
        DeleteCertificateStatus status, @Nullable StatusInfo statusInfo) implements Response {}
