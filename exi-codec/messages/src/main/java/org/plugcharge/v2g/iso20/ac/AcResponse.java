package org.plugcharge.v2g.iso20.ac;

import org.plugcharge.v2g.iso20.Iso20Response;

/** A response of the set AC. */
public sealed interface AcResponse extends AcMessage, Iso20Response
        permits AcChargeLoopRes, AcChargeParameterDiscoveryRes {}
