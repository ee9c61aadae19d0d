package org.plugcharge.v2g.iso20;

import org.plugcharge.exi.schema.Wire;

/**
 * A message of ISO 15118-20, of whichever set; each set has a sealed interface of its own below
 * this one.
 */
public interface Iso20Message {

    /** The session, the time of sending and perhaps a signature. */
    @Wire("Header")
    MessageHeader header();
}
