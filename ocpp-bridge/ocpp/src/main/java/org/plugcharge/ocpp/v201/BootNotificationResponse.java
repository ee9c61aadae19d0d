package org.plugcharge.ocpp.v201;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Time, heartbeat interval (or time to the next try) in seconds, and whether the station is taken in.
 */
public record BootNotificationResponse(
        Instant currentTime,
        int interval,
        RegistrationStatus status,
        @Nullable StatusInfo statusInfo) implements Response {}
