package org.plugcharge.v2g.iso20.ac;

import org.plugcharge.v2g.iso20.ClReqControlMode;

/** What an AC car tells in the charge loop, by control mode. */
public sealed interface AcClReqControlMode extends ClReqControlMode
        permits AcScheduledReq, AcDynamicReq {}
