package org.plugcharge.secc.session.iso2;

import org.plugcharge.secc.evse.Identification;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.ChargeParameterDiscoveryReq;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.SessionStopReq;

import java.util.Optional;
import java.util.Set;

/** {@code identification} may charge; what the vehicle needs is not known yet. */
record AwaitChargeParameters(Session session, Identification identification) implements State {

    @Override
    public Set<Class<? extends Iso2Request>> expected() {
        return Set.of(ChargeParameterDiscoveryReq.class, SessionStopReq.class);
    }

    @Override
    public Step received(Iso2Request request, Input.Received input, Now now) {
        ChargeParameterDiscoveryReq discovery = (ChargeParameterDiscoveryReq) request;
        return ChargeParameters.flaw(discovery, session)
                .map(flaw -> Iso2Session.refuse(this, request, flaw.code(), flaw.reason(), now))
                .orElseGet(() -> ask(discovery, now));
    }

    private Step ask(ChargeParameterDiscoveryReq request, Now now) {
        return Step.to(
                new Scheduling(session, identification, request),
                new Output.Schedule(
                        identification,
                        ChargeParameters.needs(request, session.station().limits())),
                Session.arm(Timer.SCHEDULE_ANSWER, now),
                Session.arm(Timer.SCHEDULE, now));
    }

    /** Where a vehicle goes that knows its schedules. */
    static Step offer(
            Session session,
            Identification identification,
            ChargeParameterDiscoveryReq request,
            Optional<Schedules> schedules,
            Now now) {
        Agreement agreement =
                ChargeParameters.agree(session, identification, request, schedules, now);
        State next =
                switch (agreement) {
                    case Agreement.Dc dc -> AwaitCableCheck.due(session, dc);
                    case Agreement.Ac ac -> new AwaitAcPowerStart(session, ac);
                };
        return Step.to(
                next,
                new Output.Disarm(Timer.SCHEDULE),
                ChargeParameters.finished(session, agreement, request, now));
    }
}
