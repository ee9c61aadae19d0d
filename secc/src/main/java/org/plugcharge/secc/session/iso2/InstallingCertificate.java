package org.plugcharge.secc.session.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.CertificateInstallationRes;
import org.plugcharge.v2g.iso2.CertificateUpdateReq;
import org.plugcharge.v2g.iso2.CertificateUpdateRes;
import org.plugcharge.v2g.iso2.Iso2Body;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.Iso2Response;
import org.plugcharge.v2g.iso2.MessageHeader;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.V2gMessage;

import java.util.Optional;
import java.util.Set;

/**
 * The back end was asked for a new or another contract certificate; the vehicle waits for the
 * answer to {@code request}.
 */
record InstallingCertificate(Session session, Iso2Request request) implements State, State.Pending {

    @Override
    public Set<Class<? extends Iso2Request>> expected() {
        return Set.of();
    }

    @Override
    public Step received(Iso2Request unexpected, Input.Received input, Now now) {
        throw new IllegalStateException("nothing is expected here: " + unexpected);
    }

    @Override
    public Step happened(Input input, Now now) {
        return switch (input) {
            case Input.Installed(Optional<V2gMessage> response) -> answer(response, now);
            case Input.Fired(Timer timer) when timer == Timer.INSTALLATION ->
                    answer(Optional.empty(), now);
            case Input other -> Step.to(this);
        };
    }

    private Step answer(Optional<V2gMessage> response, Now now) {
        return response.filter(message -> fits(message.body().element()))
                .map(message -> deliver(message, now))
                .orElseGet(() ->
                        Iso2Session.refuse(
                                this,
                                request,
                                ResponseCode.FAILED_NO_CERTIFICATE_AVAILABLE,
                                "no certificate came from the back end in time",
                                now));
    }

    private boolean fits(@Nullable Iso2Body answer) {
        return request instanceof CertificateUpdateReq
                ? answer instanceof CertificateUpdateRes
                : answer instanceof CertificateInstallationRes;
    }

    /**
     * The back end's words and signature under this session's id; also a refusal is the vehicle's
     * to see.
     */
    private Step deliver(V2gMessage response, Now now) {
        MessageHeader header = new MessageHeader(session.id(), null, response.header().signature());
        Step answered =
                Step.to(
                        new AwaitPaymentDetails(session, false, false),
                        new Output.Disarm(Timer.INSTALLATION),
                        new Output.Send(new V2gMessage(header, response.body())));
        return refused(response)
                .map(code ->
                        new Step(
                                        new Ending(
                                                session,
                                                code + ": the back end gave no certificate",
                                                false),
                                        answered.outputs())
                                .and(Session.arm(Timer.LINGER, now)))
                .orElse(answered);
    }

    private static Optional<ResponseCode> refused(V2gMessage response) {
        return response.body().element() instanceof Iso2Response answer
                        && answer.responseCode().failed()
                ? Optional.of(answer.responseCode())
                : Optional.empty();
    }
}
