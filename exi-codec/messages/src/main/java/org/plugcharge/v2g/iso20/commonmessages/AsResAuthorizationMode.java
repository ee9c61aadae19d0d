package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.Choice;

/** What AuthorizationSetupRes tells for the way the driver is authorized. */
@Choice
public sealed interface AsResAuthorizationMode
        permits EimAsResAuthorizationMode, PncAsResAuthorizationMode {}
