package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.LocalElement;

/** Dynamic mode, which has no schedule. */
@LocalElement("Dynamic_EVPPTControlMode")
public record DynamicEvpptControlMode() implements EvpptControlMode {}
