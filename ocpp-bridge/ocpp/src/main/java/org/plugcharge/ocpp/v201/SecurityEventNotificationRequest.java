package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;
import org.plugcharge.ocpp.json.Length;

import java.time.Instant;

/** Something that concerns security happened at the station. */
public record SecurityEventNotificationRequest(
        @Length(50) String type, Instant timestamp, @Length(255) @Nullable String techInfo)
        implements Request<SecurityEventNotificationResponse> {}
