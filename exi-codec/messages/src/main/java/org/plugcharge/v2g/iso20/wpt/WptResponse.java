package org.plugcharge.v2g.iso20.wpt;

import org.plugcharge.v2g.iso20.Iso20Response;

/** A response of the set WPT. */
public sealed interface WptResponse extends WptMessage, Iso20Response
        permits WptAlignmentCheckRes,
                WptChargeLoopRes,
                WptChargeParameterDiscoveryRes,
                WptFinePositioningRes,
                WptFinePositioningSetupRes,
                WptPairingRes {}
