package org.plugcharge.v2g.iso20.wpt;

import org.plugcharge.exi.DocumentCodec;
import org.plugcharge.v2g.iso20.codec.wpt.WptDocuments;

/** Codes the messages of the set WPT; none of its elements is signed. */
public final class WptCodec {

    /** The messages as EXI documents. */
    public static final DocumentCodec<WptMessage> MESSAGES =
            new DocumentCodec<>(WptDocuments.CODEC, WptMessage.class);

    private WptCodec() {}
}
