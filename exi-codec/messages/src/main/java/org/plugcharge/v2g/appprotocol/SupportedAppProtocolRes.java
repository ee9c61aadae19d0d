package org.plugcharge.v2g.appprotocol;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * The station's answer: the {@code SchemaID} of the protocol it chose (0 to 255), or none when the
 * negotiation failed.
 */
@GlobalElement("supportedAppProtocolRes")
public record SupportedAppProtocolRes(
        @Wire("ResponseCode") AppProtocolResponseCode responseCode,
        @Wire(value = "SchemaID", xs = Xs.UNSIGNED_BYTE) @Nullable Integer schemaId)
        implements AppProtocolMessage {}
