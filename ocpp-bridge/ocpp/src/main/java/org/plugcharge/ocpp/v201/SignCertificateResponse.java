package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;

/** Whether the CSR is taken; the certificate follows in CertificateSigned. */
public record SignCertificateResponse(GenericStatus status, @Nullable StatusInfo statusInfo)
        implements Response {}
