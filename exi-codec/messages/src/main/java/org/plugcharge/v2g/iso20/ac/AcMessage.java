package org.plugcharge.v2g.iso20.ac;

import org.plugcharge.v2g.iso20.Iso20Message;

/** A message of the set AC: one of two requests or two responses. */
public sealed interface AcMessage extends Iso20Message permits AcRequest, AcResponse {}
