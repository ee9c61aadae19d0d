package org.plugcharge.secc.session.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.Body;
import org.plugcharge.v2g.iso2.Iso2Response;
import org.plugcharge.v2g.iso2.MessageHeader;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.xmldsig.Signature;

import java.util.Optional;

/**
 * What stays the same in a session: the station, the session id (8 octets, all zero before
 * SessionSetup), and the paused session it goes on with.
 *
 * @param evccId the vehicle's own, empty before SessionSetup
 * @param contractFailed whether this vehicle's contract was refused a short while ago
 */
record Session(
        Iso2Station station,
        Bytes id,
        Optional<PausedSession> resumed,
        Bytes evccId,
        boolean contractFailed) {

    static final Bytes NONE = Bytes.of(new byte[8]);

    Output.Send send(Iso2Response response) {
        return send(response, null);
    }

    Output.Send send(Iso2Response response, @Nullable Signature signature) {
        return new Output.Send(
                new V2gMessage(new MessageHeader(id, null, signature), new Body(response)));
    }

    static Output.Arm arm(Timer timer, Now now) {
        return new Output.Arm(timer, now.at().plus(timer.duration()));
    }
}
