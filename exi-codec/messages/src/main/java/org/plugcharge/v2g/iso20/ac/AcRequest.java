package org.plugcharge.v2g.iso20.ac;

import org.plugcharge.v2g.iso20.Iso20Request;

/** A request of the set AC. */
public sealed interface AcRequest extends AcMessage, Iso20Request
        permits AcChargeLoopReq, AcChargeParameterDiscoveryReq {}
