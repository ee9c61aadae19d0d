package org.plugcharge.v2g.iso20.wpt;

import org.plugcharge.v2g.iso20.Iso20Message;

/** A message of the set WPT: one of six requests or six responses. */
public sealed interface WptMessage extends Iso20Message permits WptRequest, WptResponse {}
