package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.LocalElement;

/** External identification needs nothing more. */
@LocalElement("EIM_AReqAuthorizationMode")
public record EimAReqAuthorizationMode() implements AReqAuthorizationMode {}
