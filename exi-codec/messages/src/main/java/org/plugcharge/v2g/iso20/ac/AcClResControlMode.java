package org.plugcharge.v2g.iso20.ac;

import org.plugcharge.v2g.iso20.ClResControlMode;

/** What an AC station tells in the charge loop, by control mode. */
public sealed interface AcClResControlMode extends ClResControlMode
        permits AcScheduledRes, AcDynamicRes {}
