package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;

/** Asks a station to send a message now. */
public record TriggerMessageRequest(@Nullable Evse evse, MessageTrigger requestedMessage)
        implements Request<TriggerMessageResponse> {}
