package org.plugcharge.v2g.iso20.acdp;

import org.plugcharge.exi.DocumentCodec;
import org.plugcharge.v2g.iso20.codec.acdp.AcdpDocuments;

/** Codes the messages of the set ACDP; none of its elements is signed. */
public final class AcdpCodec {

    /** The messages as EXI documents. */
    public static final DocumentCodec<AcdpMessage> MESSAGES =
            new DocumentCodec<>(AcdpDocuments.CODEC, AcdpMessage.class);

    private AcdpCodec() {}
}
