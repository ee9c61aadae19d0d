package org.plugcharge.v2g.iso20.dc;

import org.plugcharge.v2g.iso20.ClReqControlMode;

/** What a DC car tells in the charge loop, by control mode. */
public sealed interface DcClReqControlMode extends ClReqControlMode
        permits DcScheduledReq, DcDynamicReq {}
