package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.Choice;

/** What AuthorizationReq shows for the way the driver is authorized. */
@Choice
public sealed interface AReqAuthorizationMode
        permits EimAReqAuthorizationMode, PncAReqAuthorizationMode {}
