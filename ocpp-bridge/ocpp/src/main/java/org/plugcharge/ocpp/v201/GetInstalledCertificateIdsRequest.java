package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;
import org.plugcharge.ocpp.json.Size;

import java.util.List;

/** Which certificates of these kinds (absent: of all) are installed? */
public record GetInstalledCertificateIdsRequest(
        @Size(min = 1, max = 16) @Nullable List<CertificateIdUse> certificateType)
        implements Request<GetInstalledCertificateIdsResponse> {
    /** Copies its lists. */
    public GetInstalledCertificateIdsRequest {
        certificateType = certificateType == null ? null : List.copyOf(certificateType);
    }
}
