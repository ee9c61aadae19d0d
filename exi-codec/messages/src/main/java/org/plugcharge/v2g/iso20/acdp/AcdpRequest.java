package org.plugcharge.v2g.iso20.acdp;

import org.plugcharge.v2g.iso20.Iso20Request;

/** A request of the set ACDP. */
public sealed interface AcdpRequest extends AcdpMessage, Iso20Request
        permits AcdpConnectReq, AcdpDisconnectReq, AcdpSystemStatusReq, AcdpVehiclePositioningReq {}
