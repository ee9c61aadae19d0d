package org.plugcharge.v2g.iso20;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.xmldsig.Signature;

/**
 * What stands in front of every message of ISO 15118-20: the session (eight octets, zero asks for a
 * new one), the time of sending in seconds since 1970 (UTC), and the signature over a part of the
 * message where one is needed.
 */
@ComplexType("MessageHeaderType")
public record MessageHeader(
        @Wire(value = "SessionID", xs = Xs.HEX_BINARY) @Length(min = 8, max = 8) Bytes sessionId,
        @Wire(value = "TimeStamp", xs = Xs.UNSIGNED_LONG) long timeStamp,
        @Wire(value = "Signature", ref = true) @Nullable Signature signature) {

    /** A header without a signature. */
    public static MessageHeader of(Bytes sessionId, long timeStamp) {
        return new MessageHeader(sessionId, timeStamp, null);
    }
}
