package org.plugcharge.v2g.iso20.acdersae;

import org.plugcharge.exi.DocumentCodec;
import org.plugcharge.v2g.iso20.ac.AcMessage;
import org.plugcharge.v2g.iso20.codec.acdersae.AcDerSaeDocuments;

/**
 * Codes the messages of AC whose control modes may be those of the set AC_DER_SAE; none of its
 * elements is signed. Which set it is says the negotiation: the octets of an AC message do not.
 */
public final class AcDerSaeCodec {

    /** The messages as EXI documents. */
    public static final DocumentCodec<AcMessage> MESSAGES =
            new DocumentCodec<>(AcDerSaeDocuments.CODEC, AcMessage.class);

    private AcDerSaeCodec() {}
}
