package org.plugcharge.v2g.iso20.acdp;

import org.plugcharge.v2g.iso20.Iso20Message;

/** A message of the set ACDP: one of four requests or four responses. */
public sealed interface AcdpMessage extends Iso20Message permits AcdpRequest, AcdpResponse {}
