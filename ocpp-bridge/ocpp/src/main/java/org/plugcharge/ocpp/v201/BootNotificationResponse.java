package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Time, heartbeat interval (or time to the next try) in seconds, and whether the station is taken
 * in.
 */
public record BootNotificationResponse(
        Instant currentTime,
        int interval,
        RegistrationStatus status,
        @Nullable StatusInfo statusInfo)
        implements Response {}
