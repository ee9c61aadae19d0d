package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;
import org.plugcharge.ocpp.json.Length;
import org.plugcharge.ocpp.json.Size;

import java.util.List;

/**
 * May this token charge? A contract comes with its certificate chain (PEM, leaf to sub-CA, no root)
 * or with hash data, not with both (errata 675).
 */
public record AuthorizeRequest(
        IdToken idToken,
        @Length(5500) @Nullable String certificate,
        @Size(min = 1, max = 4) @Nullable List<OcspRequestData> iso15118CertificateHashData)
        implements Request<AuthorizeResponse> {
    /** Copies its lists. */
    public AuthorizeRequest {
        iso15118CertificateHashData =
                iso15118CertificateHashData == null
                        ? null
                        : List.copyOf(iso15118CertificateHashData);
    }
}
