package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;

/** Whether it was installed. */
public record InstallCertificateResponse(
        InstallCertificateStatus status, @Nullable StatusInfo statusInfo) implements Response {}
