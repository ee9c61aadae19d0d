package org.plugcharge.secc.session.iso2;

import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.Identification;
import org.plugcharge.secc.session.Now;
import org.plugcharge.v2g.iso2.Iso2Response;
import org.plugcharge.v2g.iso2.ResponseCode;

import java.time.Instant;

/**
 * A vehicle whose contract was refused: when it comes back before {@code until} it is offered
 * payment at the station alone, so that its driver is not refused again for the same reason.
 */
public record FailedContract(Bytes evccId, Instant until) {

    boolean meets(Bytes other, Now now) {
        return evccId.equals(other) && now.at().isBefore(until);
    }

    /** The step with a note of the failure, if it is one and the policy wants it noted. */
    static Step noted(State before, Step step, Now now) {
        Session session = before.session();
        boolean failed =
                aboutAContract(before)
                        && session.station().external()
                        && step.outputs().stream().anyMatch(FailedContract::refuses);
        return session.station()
                .policy()
                .externalAfterFailure()
                .filter(_ -> failed)
                .map(time -> new FailedContract(session.evccId(), now.at().plus(time)))
                .map(note -> step.and(new Output.Note(note)))
                .orElse(step);
    }

    private static boolean aboutAContract(State state) {
        return state instanceof AwaitPaymentDetails
                || state instanceof InstallingCertificate
                || (state instanceof AwaitAuthorization waiting
                        && waiting.identification() instanceof Identification.Contract);
    }

    /** Messages out of order say nothing of the contract. */
    private static boolean refuses(Output output) {
        return output instanceof Output.Send(var message)
                && message.body().element() instanceof Iso2Response response
                && response.responseCode().failed()
                && response.responseCode() != ResponseCode.FAILED_SEQUENCE_ERROR
                && response.responseCode() != ResponseCode.FAILED_UNKNOWN_SESSION;
    }
}
