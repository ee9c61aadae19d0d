package org.plugcharge.v2g.iso20.dc;

import org.plugcharge.v2g.iso20.Iso20Message;

/** A message of the set DC: one of five requests or five responses. */
public sealed interface DcMessage extends Iso20Message permits DcRequest, DcResponse {}
