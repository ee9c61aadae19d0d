package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/** Opens a session: the car's EVCC id, its MAC address (6 octets; the schema takes 8). */
@GlobalElement("SessionSetupReq")
public record SessionSetupReq(
        @Wire(value = "EVCCID", xs = Xs.HEX_BINARY) @Length(max = 8) Bytes evccId)
        implements Din70121Request {}
