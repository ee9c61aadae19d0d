package org.plugcharge.v2g.iso20.wpt;

import org.plugcharge.v2g.iso20.Iso20Request;

/** A request of the set WPT. */
public sealed interface WptRequest extends WptMessage, Iso20Request
        permits WptAlignmentCheckReq,
                WptChargeLoopReq,
                WptChargeParameterDiscoveryReq,
                WptFinePositioningReq,
                WptFinePositioningSetupReq,
                WptPairingReq {}
