package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;
import org.plugcharge.ocpp.json.Length;
import org.plugcharge.ocpp.json.Size;

import java.util.List;

/** What somebody identifies with. */
public record IdToken(
        @Size(min = 1, max = 16) @Nullable List<AdditionalInfo> additionalInfo,
        @Length(36) String idToken,
        IdTokenType type) {
    /** Copies its lists. */
    public IdToken {
        additionalInfo = additionalInfo == null ? null : List.copyOf(additionalInfo);
    }
}
