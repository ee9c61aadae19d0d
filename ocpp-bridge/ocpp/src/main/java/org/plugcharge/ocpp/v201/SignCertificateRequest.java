package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;
import org.plugcharge.ocpp.json.Length;

/** A station wants a certificate: a CSR in PEM. */
public record SignCertificateRequest(
        @Length(5500) String csr, @Nullable CertificateSigningUse certificateType)
        implements Request<SignCertificateResponse> {}
