package org.plugcharge.v2g.din70121;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.xmldsig.Signature;

/**
 * The session id (up to 8 octets; zero asks for a new session), a fault notice, and a signature,
 * which sessions with external payment do not have.
 */
@ComplexType("MessageHeaderType")
@Namespace(Din70121Namespaces.HEADER)
public record MessageHeader(
        @Wire(value = "SessionID", xs = Xs.HEX_BINARY) @Length(max = 8) Bytes sessionId,
        @Wire("Notification") @Nullable Notification notification,
        @Wire(value = "Signature", ref = true) @Nullable Signature signature) {}
