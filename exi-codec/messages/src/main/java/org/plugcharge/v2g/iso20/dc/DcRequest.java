package org.plugcharge.v2g.iso20.dc;

import org.plugcharge.v2g.iso20.Iso20Request;

/** A request of the set DC. */
public sealed interface DcRequest extends DcMessage, Iso20Request
        permits DcCableCheckReq,
                DcChargeLoopReq,
                DcChargeParameterDiscoveryReq,
                DcPreChargeReq,
                DcWeldingDetectionReq {}
