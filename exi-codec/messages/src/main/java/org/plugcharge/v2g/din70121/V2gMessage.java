package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Wire;

/**
 * One whole message of DIN SPEC 70121: header and body; the EXI document that travels in a V2GTP
 * frame of type 0x8001.
 */
@GlobalElement("V2G_Message")
@Namespace(Din70121Namespaces.MESSAGE)
public record V2gMessage(@Wire("Header") MessageHeader header, @Wire("Body") Body body) {

    /** A message of the session with this body and no signature. */
    public static V2gMessage of(Bytes sessionId, Din70121Body body) {
        return new V2gMessage(new MessageHeader(sessionId, null, null), new Body(body));
    }
}
