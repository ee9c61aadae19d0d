package org.plugcharge.ocpp.v201;

import org.plugcharge.ocpp.json.Length;

/** A root certificate to trust, PEM. */
public record InstallCertificateRequest(
        InstallCertificateUse certificateType, @Length(5500) String certificate)
        implements Request<InstallCertificateResponse> {}
