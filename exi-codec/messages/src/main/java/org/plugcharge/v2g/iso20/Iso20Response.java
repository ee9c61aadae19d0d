package org.plugcharge.v2g.iso20;

import org.plugcharge.exi.schema.Wire;

/** What a station answers. */
public interface Iso20Response extends Iso20Message {

    /** The station's verdict on the request. */
    @Wire("ResponseCode")
    ResponseCode responseCode();
}
