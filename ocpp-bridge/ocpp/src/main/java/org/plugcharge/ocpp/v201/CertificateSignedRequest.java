package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;
import org.plugcharge.ocpp.json.Length;

/** The chain for a CSR, PEM, leaf first. */
public record CertificateSignedRequest(
        @Length(10000) String certificateChain, @Nullable CertificateSigningUse certificateType)
        implements Request<CertificateSignedResponse> {}
