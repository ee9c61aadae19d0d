package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * Opens or resumes a session: the first message after supportedAppProtocol, car to station.
 *
 * <p>The header carries the session id wished for: zero for a new session, the stored one to resume
 * a paused session. The EVCCID is the car's MAC address, up to 6 octets. The car waits 2 s for the
 * answer.
 */
@GlobalElement("SessionSetupReq")
public record SessionSetupReq(
        @Wire(value = "EVCCID", xs = Xs.HEX_BINARY) @Length(max = 6) Bytes evccId)
        implements Iso2Request {}
