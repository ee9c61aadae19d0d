package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;

/** Whether it will. */
public record TriggerMessageResponse(TriggerMessageStatus status, @Nullable StatusInfo statusInfo)
        implements Response {}
