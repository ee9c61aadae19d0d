package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;
import org.plugcharge.ocpp.json.Size;

import java.util.List;

/** An installed certificate and the ones below it. */
public record CertificateHashDataChain(
        CertificateHashData certificateHashData,
        CertificateIdUse certificateType,
        @Size(min = 1, max = 4) @Nullable List<CertificateHashData> childCertificateHashData) {
    /** Copies its lists. */
    public CertificateHashDataChain {
        childCertificateHashData =
                childCertificateHashData == null ? null : List.copyOf(childCertificateHashData);
    }
}
