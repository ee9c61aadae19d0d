package org.plugcharge.v2g.iso20.wpt;

import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** Whether the car's device got done what the message is about. */
@SimpleType("WPT_EVResultType")
public enum EvResult {
    @WireName("EVResultUnknown")
    UNKNOWN,
    @WireName("EVResultSuccess")
    SUCCESS,
    @WireName("EVResultFailed")
    FAILED
}
