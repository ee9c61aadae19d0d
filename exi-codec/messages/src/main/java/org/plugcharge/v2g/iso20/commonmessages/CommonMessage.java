package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.v2g.iso20.Iso20Message;

/** A message of the set CommonMessages: one of 13 requests or 13 responses. */
public sealed interface CommonMessage extends Iso20Message permits CommonRequest, CommonResponse {}
