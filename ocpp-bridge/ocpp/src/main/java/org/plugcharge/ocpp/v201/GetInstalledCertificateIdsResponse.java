package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;
import org.plugcharge.ocpp.json.Size;

import java.util.List;

/** The installed certificates. */
public record GetInstalledCertificateIdsResponse(
        InstalledCertificateStatus status,
        @Nullable StatusInfo statusInfo,
        @Size(min = 1, max = 256) @Nullable List<CertificateHashDataChain> certificateHashDataChain)
        implements Response {
    /** Copies its lists. */
    public GetInstalledCertificateIdsResponse {
        certificateHashDataChain =
                certificateHashDataChain == null ? null : List.copyOf(certificateHashDataChain);
    }
}
