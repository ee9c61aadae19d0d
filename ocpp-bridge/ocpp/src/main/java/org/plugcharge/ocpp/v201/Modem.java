package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;
import org.plugcharge.ocpp.json.Length;

/** The SIM card of a station's modem. */
public record Modem(@Length(20) @Nullable String iccid, @Length(20) @Nullable String imsi) {}
