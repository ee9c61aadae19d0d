package org.plugcharge.v2g.iso20.acderiec;

import org.plugcharge.exi.DocumentCodec;
import org.plugcharge.v2g.iso20.ac.AcMessage;
import org.plugcharge.v2g.iso20.codec.acderiec.AcDerIecDocuments;

/**
 * Codes the messages of AC whose control modes may be those of the set AC_DER_IEC; none of its
 * elements is signed. Which set it is says the negotiation: the octets of an AC message do not.
 */
public final class AcDerIecCodec {

    /** The messages as EXI documents. */
    public static final DocumentCodec<AcMessage> MESSAGES =
            new DocumentCodec<>(AcDerIecDocuments.CODEC, AcMessage.class);

    private AcDerIecCodec() {}
}
