package org.plugcharge.v2g.appprotocol;

/** A message of the handshake: one of the two roots of the AppProtocol set. */
public sealed interface AppProtocolMessage
        permits SupportedAppProtocolReq, SupportedAppProtocolRes {}
