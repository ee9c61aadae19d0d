package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;
import org.plugcharge.ocpp.json.Length;
import org.plugcharge.ocpp.json.Size;

import java.time.Instant;
import java.util.List;

/** The verdict on a token and what goes with it. */
public record IdTokenInfo(
        AuthorizationStatus status,
        @Nullable Instant cacheExpiryDateTime,
        @Nullable Integer chargingPriority,
        @Length(8) @Nullable String language1,
        @Size(min = 1, max = 256) @Nullable List<Integer> evseId,
        @Nullable IdToken groupIdToken,
        @Length(8) @Nullable String language2,
        @Nullable MessageContent personalMessage) {
    /** Copies its lists. */
    public IdTokenInfo {
        evseId = evseId == null ? null : List.copyOf(evseId);
    }
}
