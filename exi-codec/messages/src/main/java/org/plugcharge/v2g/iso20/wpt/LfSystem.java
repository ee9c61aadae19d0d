package org.plugcharge.v2g.iso20.wpt;

import org.plugcharge.exi.schema.Choice;

/** One half of a low-frequency positioning system. */
@Choice
public sealed interface LfSystem permits LfTransmitterData, LfReceiverData {}
