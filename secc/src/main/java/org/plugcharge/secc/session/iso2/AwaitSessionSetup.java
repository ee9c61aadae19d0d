package org.plugcharge.secc.session.iso2;

import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.SessionSetupReq;
import org.plugcharge.v2g.iso2.SessionSetupRes;

import java.util.Optional;
import java.util.Set;

/**
 * Nothing was said yet; {@code paused} is a session a vehicle may come back to, {@code failed} one
 * whose contract was refused.
 */
record AwaitSessionSetup(
        Session session, Optional<PausedSession> paused, Optional<FailedContract> failed)
        implements State {

    private static final int SESSION_ID_OCTETS = 8;

    @Override
    public Set<Class<? extends Iso2Request>> expected() {
        return Set.of(SessionSetupReq.class);
    }

    @Override
    public Step received(Iso2Request request, Input.Received input, Now now) {
        Bytes evccId = ((SessionSetupReq) request).evccId();
        Bytes wished = input.message().header().sessionId();
        Optional<PausedSession> joined = paused.filter(old -> old.id().equals(wished));
        Session opened =
                new Session(
                        session.station(),
                        joined.map(PausedSession::id).orElseGet(() -> freshId(now)),
                        joined,
                        evccId,
                        failed.filter(before -> before.meets(evccId, now)).isPresent());
        SessionSetupRes answer =
                new SessionSetupRes(
                        joined.isPresent()
                                ? ResponseCode.OK_OLD_SESSION_JOINED
                                : ResponseCode.OK_NEW_SESSION_ESTABLISHED,
                        session.station().evseId(),
                        now.at().getEpochSecond());
        return Step.to(
                new AwaitServiceDiscovery(opened),
                new Output.Disarm(Timer.COMMUNICATION_SETUP),
                new Output.Tell(new ChargingEvent.Connected(now.at())),
                opened.send(answer));
    }

    /** Never zero [V2G2-750]: zero means "no session". */
    private static Bytes freshId(Now now) {
        Bytes id = now.entropy().octets(SESSION_ID_OCTETS);
        return id.equals(Session.NONE) ? freshId(now) : id;
    }
}
