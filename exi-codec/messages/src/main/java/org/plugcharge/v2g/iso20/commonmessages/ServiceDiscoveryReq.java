package org.plugcharge.v2g.iso20.commonmessages;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.MessageHeader;

/** Asks which services the station has, perhaps only among those the car knows. */
@GlobalElement("ServiceDiscoveryReq")
public record ServiceDiscoveryReq(
        MessageHeader header,
        @Wire("SupportedServiceIDs") @Nullable ServiceIdList supportedServiceIds)
        implements CommonRequest {}
