package org.plugcharge.v2g.iso20.acdp;

import org.plugcharge.v2g.iso20.Iso20Response;

/** A response of the set ACDP. */
public sealed interface AcdpResponse extends AcdpMessage, Iso20Response
        permits AcdpConnectRes, AcdpDisconnectRes, AcdpSystemStatusRes, AcdpVehiclePositioningRes {}
