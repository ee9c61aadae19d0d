package org.plugcharge.v2g.iso20.dc;

import org.plugcharge.v2g.iso20.ClResControlMode;

/** What a DC station tells in the charge loop, by control mode. */
public sealed interface DcClResControlMode extends ClResControlMode
        permits DcScheduledRes, DcDynamicRes {}
