package org.plugcharge.v2g.iso20.dc;

import org.plugcharge.v2g.iso20.Iso20Response;

/** A response of the set DC. */
public sealed interface DcResponse extends DcMessage, Iso20Response
        permits DcCableCheckRes,
                DcChargeLoopRes,
                DcChargeParameterDiscoveryRes,
                DcPreChargeRes,
                DcWeldingDetectionRes {}
