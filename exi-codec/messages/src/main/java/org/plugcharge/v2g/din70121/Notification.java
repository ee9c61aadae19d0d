package org.plugcharge.v2g.din70121;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Wire;

/** A fault in words for the peer's log: a code and at most 64 characters. */
@ComplexType("NotificationType")
@Namespace(Din70121Namespaces.DATA_TYPES)
public record Notification(
        @Wire("FaultCode") FaultCode faultCode,
        @Wire("FaultMsg") @Length(max = 64) @Nullable String faultMessage) {}
