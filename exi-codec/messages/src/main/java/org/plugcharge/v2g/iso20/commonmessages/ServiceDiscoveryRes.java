package org.plugcharge.v2g.iso20.commonmessages;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.MessageHeader;
import org.plugcharge.v2g.iso20.ResponseCode;

/**
 * Answers ServiceDiscoveryReq: the energy transfer services, the value added services, and whether
 * they may be chosen anew within the session.
 */
@GlobalElement("ServiceDiscoveryRes")
public record ServiceDiscoveryRes(
        MessageHeader header,
        ResponseCode responseCode,
        @Wire("ServiceRenegotiationSupported") boolean serviceRenegotiationSupported,
        @Wire("EnergyTransferServiceList") ServiceList energyTransferServiceList,
        @Wire("VASList") @Nullable ServiceList vasList)
        implements CommonResponse {}
