package org.plugcharge.secc.session.iso2;

import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.Authorization;
import org.plugcharge.secc.evse.Authorization.Refusal;
import org.plugcharge.secc.evse.Identification;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.AuthorizationReq;
import org.plugcharge.v2g.iso2.AuthorizationRes;
import org.plugcharge.v2g.iso2.EvseProcessing;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.SessionStopReq;
import org.plugcharge.v2g.signature.SignedElement;

import java.util.Optional;
import java.util.Set;

/**
 * Who wants to charge is known; whether they may is asked.
 *
 * @param proof what the vehicle still has to sign; empty for somebody who identifies at the
 *     station, and once it is signed
 * @param decision the back end's answer, once it is there
 * @param asked whether the vehicle has asked for the first time, which starts the wait for the
 *     decision
 */
record AwaitAuthorization(
        Session session,
        Identification identification,
        Optional<Challenge> proof,
        Optional<Authorization> decision,
        boolean asked)
        implements State {

    /** What was sent in PaymentDetailsRes, and whose signature must come back; good for one use. */
    record Challenge(PresentedContract contract, Bytes value) {}

    static AwaitAuthorization external(Session session, Identification identification) {
        return new AwaitAuthorization(
                session, identification, Optional.empty(), Optional.empty(), false);
    }

    static AwaitAuthorization contract(
            Session session,
            Identification identification,
            PresentedContract contract,
            Bytes challenge) {
        return new AwaitAuthorization(
                session,
                identification,
                Optional.of(new Challenge(contract, challenge)),
                Optional.empty(),
                false);
    }

    @Override
    public Set<Class<? extends Iso2Request>> expected() {
        return Set.of(AuthorizationReq.class, SessionStopReq.class);
    }

    @Override
    public Step received(Iso2Request request, Input.Received input, Now now) {
        AuthorizationReq authorization = (AuthorizationReq) request;
        if (proof.isEmpty()) {
            return asked ? decide(authorization, now) : firstAsked(authorization, now);
        }
        Challenge challenge = proof.get();
        Bytes signed = authorization.genChallenge();
        if (signed == null || !challenge.value().equals(signed)) {
            return Iso2Session.refuse(
                    this,
                    request,
                    ResponseCode.FAILED_CHALLENGE_INVALID,
                    "the challenge is not the one sent",
                    now); // [V2G2-475]
        }
        Optional<String> flaw =
                ContractSignature.flaw(
                        SignedElement.of(authorization),
                        input.message().header().signature(),
                        challenge.contract().key());
        if (flaw.isPresent()) {
            return Iso2Session.refuse(
                    this, request, ResponseCode.FAILED_SIGNATURE_ERROR, flaw.get(), now);
        }
        return new AwaitAuthorization(session, identification, Optional.empty(), decision, false)
                .firstAsked(authorization, now);
    }

    private Step firstAsked(AuthorizationReq request, Now now) {
        AwaitAuthorization waiting =
                new AwaitAuthorization(session, identification, Optional.empty(), decision, true);
        Step step = waiting.decide(request, now);
        if (!step.next().equals(waiting)) {
            return step;
        }
        Step armed = step.and(Session.arm(Timer.AUTHORIZATION, now));
        return identification instanceof Identification.External
                ? armed.and(new Output.Authorize(identification))
                : armed;
    }

    private Step decide(AuthorizationReq request, Now now) {
        if (decision.isEmpty()) {
            return Step.to(this, session.send(new AuthorizationRes(ResponseCode.OK, waiting())));
        }
        return switch (decision.get()) {
            case Authorization.Accepted _ ->
                    Step.to(
                            new AwaitChargeParameters(session, identification),
                            new Output.Disarm(Timer.AUTHORIZATION),
                            session.send(
                                    new AuthorizationRes(
                                            ResponseCode.OK, EvseProcessing.FINISHED)));
            case Authorization.Rejected(Refusal refusal, String text) ->
                    Iso2Session.refuse(this, request, Refusals.code(refusal), text, now);
        };
    }

    private EvseProcessing waiting() {
        return identification instanceof Identification.External
                ? EvseProcessing.ONGOING_WAITING_FOR_CUSTOMER
                : EvseProcessing.ONGOING;
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
                                            "no decision within "
                                                    + Timer.AUTHORIZATION.duration().toSeconds()
                                                    + " s"))); // [V2G2-713]
            case Input.StopRequested _ ->
                    Step.to(
                            decided(
                                    new Authorization.Rejected(
                                            Refusal.REFUSED, "the station was asked to stop")));
            case Input other -> Step.to(this);
        };
    }

    private AwaitAuthorization decided(Authorization answer) {
        return new AwaitAuthorization(session, identification, proof, Optional.of(answer), asked);
    }
}
