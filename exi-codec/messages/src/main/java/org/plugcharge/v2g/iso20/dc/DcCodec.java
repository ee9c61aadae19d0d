package org.plugcharge.v2g.iso20.dc;

import org.plugcharge.exi.DocumentCodec;
import org.plugcharge.v2g.iso20.codec.dc.DcDocuments;

/** Codes the messages of the set DC. */
public final class DcCodec {

    /** The messages as EXI documents. */
    public static final DocumentCodec<DcMessage> MESSAGES =
            new DocumentCodec<>(DcDocuments.CODEC, DcMessage.class);

    private DcCodec() {}
}
