package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.LocalElement;

/** Dynamic mode, which has no schedule. */
@LocalElement("Dynamic_SMDTControlMode")
public record DynamicSmdtControlMode() implements SmdtControlMode {}
