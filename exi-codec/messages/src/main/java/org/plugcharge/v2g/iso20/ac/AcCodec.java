package org.plugcharge.v2g.iso20.ac;

import org.plugcharge.exi.DocumentCodec;
import org.plugcharge.v2g.iso20.codec.ac.AcDocuments;

/** Codes the messages of the set AC. */
public final class AcCodec {

    /** The messages as EXI documents. */
    public static final DocumentCodec<AcMessage> MESSAGES =
            new DocumentCodec<>(AcDocuments.CODEC, AcMessage.class);

    private AcCodec() {}
}
