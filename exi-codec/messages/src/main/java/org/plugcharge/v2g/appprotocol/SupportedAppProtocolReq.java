package org.plugcharge.v2g.appprotocol;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/**
 * The first message of every session: the protocols the car speaks, 1 to 20 of them, each with its
 * priority.
 */
@GlobalElement("supportedAppProtocolReq")
public record SupportedAppProtocolReq(
        @Wire("AppProtocol") @Occurs(max = 20) List<AppProtocol> appProtocols)
        implements AppProtocolMessage {

    public SupportedAppProtocolReq {
        appProtocols = List.copyOf(appProtocols);
    }
}
