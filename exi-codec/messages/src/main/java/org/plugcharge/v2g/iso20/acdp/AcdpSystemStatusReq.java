package org.plugcharge.v2g.iso20.acdp;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.MessageHeader;

/**
 * The car's technical state, sent beside the charge loop in the stream of V2GTP type 0x8103; see
 * {@link EvTechnicalStatus}.
 */
@GlobalElement("ACDP_SystemStatusReq")
public record AcdpSystemStatusReq(
        MessageHeader header, @Wire("EVTechnicalStatus") EvTechnicalStatus technicalStatus)
        implements AcdpRequest {}
