package org.plugcharge.ocpp.v201;

import org.plugcharge.ocpp.json.Length;

/** A further identifier that came with a token. */
public record AdditionalInfo(@Length(36) String additionalIdToken, @Length(50) String type) {}
