package org.plugcharge.secc.session.din70121;

import org.plugcharge.secc.evse.Authorization;
import org.plugcharge.secc.evse.Authorization.Refusal;
import org.plugcharge.secc.evse.Identification;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.din70121.ContractAuthenticationReq;
import org.plugcharge.v2g.din70121.ContractAuthenticationRes;
import org.plugcharge.v2g.din70121.Din70121Request;
import org.plugcharge.v2g.din70121.EvseProcessing;
import org.plugcharge.v2g.din70121.ResponseCode;
import org.plugcharge.v2g.din70121.SessionStopReq;

import java.util.Optional;
import java.util.Set;

/**
 * Somebody has to identify at the station.
 *
 * @param decision the back end's answer, once it is there
 * @param asked whether the vehicle has asked, which starts the wait for the decision
 */
record AwaitAuthorization(Session session, Optional<Authorization> decision, boolean asked)
        implements State {

    static final Identification.External SOMEBODY = new Identification.External();

    @Override
    public State in(Session changed) {
        return new AwaitAuthorization(changed, decision, asked);
    }

    @Override
    public Set<Class<? extends Din70121Request>> expected() {
        return Set.of(ContractAuthenticationReq.class, SessionStopReq.class);
    }

    @Override
    public Step received(Din70121Request request, Now now) {
        if (session.stopping()) {
            return refuse(request, "the station was asked to stop", now);
        }
        if (!asked) {
            return Step.to(
                    new AwaitAuthorization(session, decision, true),
                    answer(EvseProcessing.ONGOING),
                    new Output.Authorize(SOMEBODY),
                    Session.arm(Timer.AUTHORIZATION, now));
        }
        return decision.map(known -> decide(request, known, now))
                .orElseGet(() -> Step.to(this, answer(EvseProcessing.ONGOING)));
    }

    private Step decide(Din70121Request request, Authorization known, Now now) {
        return switch (known) {
            case Authorization.Accepted _ ->
                    Step.to(
                            new AwaitChargeParameters(session),
                            new Output.Disarm(Timer.AUTHORIZATION),
                            answer(EvseProcessing.FINISHED));
            case Authorization.Rejected(Refusal _, String text) -> refuse(request, text, now);
        };
    }

    private Step refuse(Din70121Request request, String reason, Now now) {
        return Din70121Session.refuse(this, request, ResponseCode.FAILED, reason, now);
    }

    private Output.Send answer(EvseProcessing processing) {
        return session.send(new ContractAuthenticationRes(ResponseCode.OK, processing));
    }

    @Override
    public Step happened(Input input, Now now) {
        return switch (input) {
            case Input.Authorized(Authorization answer) -> Step.to(decided(answer));
            case Input.Fired(Timer timer) when timer == Timer.AUTHORIZATION && decision.isEmpty() ->
                    Step.to(
                            decided(
                                    new Authorization.Rejected(
                                            Refusal.UNREACHABLE,
                                            "nobody was identified within "
                                                    + Timer.AUTHORIZATION.duration().toSeconds()
                                                    + " s")));
            case Input other -> Step.to(this);
        };
    }

    private AwaitAuthorization decided(Authorization answer) {
        return new AwaitAuthorization(session, Optional.of(answer), asked);
    }
}
