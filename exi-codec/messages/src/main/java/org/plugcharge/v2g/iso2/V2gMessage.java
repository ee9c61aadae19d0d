package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.xmldsig.Signature;

/**
 * One whole message of ISO 15118-2: header and body; the EXI document that travels in a V2GTP frame
 * of type 0x8001.
 */
@GlobalElement("V2G_Message")
@Namespace(Iso2Namespaces.MESSAGE)
public record V2gMessage(@Wire("Header") MessageHeader header, @Wire("Body") Body body) {

    /** A message of the session with this body and no signature. */
    public static V2gMessage of(Bytes sessionId, Iso2Body body) {
        return new V2gMessage(new MessageHeader(sessionId, null, null), new Body(body));
    }

    /** A message of the session with this body, signed over parts of it. */
    public static V2gMessage signed(Bytes sessionId, Signature signature, Iso2Body body) {
        return new V2gMessage(new MessageHeader(sessionId, null, signature), new Body(body));
    }
}
