package org.plugcharge.secc.session.din70121;

import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.din70121.Din70121Response;
import org.plugcharge.v2g.din70121.V2gMessage;

/**
 * What holds through a session: the station, the session id (8 octets, all zero before
 * SessionSetup), and whether the station wants it to end.
 */
record Session(DinStation station, Bytes id, boolean stopping) {

    static final Bytes NONE = Bytes.of(new byte[8]);

    Session named(Bytes newId) {
        return new Session(station, newId, stopping);
    }

    Session stop() {
        return new Session(station, id, true);
    }

    Output.Send send(Din70121Response response) {
        return new Output.Send(V2gMessage.of(id, response));
    }

    static Output.Arm arm(Timer timer, Now now) {
        return new Output.Arm(timer, now.at().plus(timer.duration()));
    }
}
