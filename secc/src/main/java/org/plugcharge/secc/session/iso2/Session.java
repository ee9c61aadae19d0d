package org.plugcharge.secc.session.iso2;

import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.Body;
import org.plugcharge.v2g.iso2.Iso2Response;
import org.plugcharge.v2g.iso2.MessageHeader;
import org.plugcharge.v2g.iso2.V2gMessage;

/**
 * What stays the same in a session: the station and the session id (8 octets, all zero before
 * SessionSetup).
 */
record Session(Iso2Station station, Bytes id) {

    static final Bytes NONE = Bytes.of(new byte[8]);

    Output.Send send(Iso2Response response) {
        return new Output.Send(
                new V2gMessage(new MessageHeader(id, null, null), new Body(response)));
    }

    static Output.Arm arm(Timer timer, Now now) {
        return new Output.Arm(timer, now.at().plus(timer.duration()));
    }
}
