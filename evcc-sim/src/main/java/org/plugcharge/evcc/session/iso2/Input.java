package org.plugcharge.evcc.session.iso2;

import org.plugcharge.v2g.appprotocol.SupportedAppProtocolRes;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.xmldsig.Signature;

import java.util.Optional;

/** What happens to a car in a session. */
public sealed interface Input {

    /**
     * The connection is up, with TLS or without; the station's certificate has been checked if
     * there is one. {@code agreed} if both sides have chosen ISO 15118-2 among several protocols
     * already; if not, the car offers it alone.
     */
    record Begin(boolean tls, boolean agreed) implements Input {

        /** Nothing was agreed on yet. */
        public Begin(boolean tls) {
            this(tls, false);
        }
    }

    /** The station's answer to the handshake. */
    record Handshake(SupportedAppProtocolRes response) implements Input {}

    /** A message came. */
    record Received(V2gMessage message) implements Input {}

    /** Something came that is no message. */
    record Garbled(String reason) implements Input {}

    /** An armed timer reached its deadline. The host delivers it only if it is still armed then. */
    record Fired(Timer timer) implements Input {}

    /** Answers {@link Output.Sign}. */
    record Signed(Signature signature) implements Input {}

    /**
     * Answers {@link Output.OpenContract}: signature, chain, key and certificate are as they should
     * be.
     */
    record ContractOpened(Contract contract) implements Input {}

    /** Answers {@link Output.OpenContract}: they are not. */
    record ContractRefused(String reason) implements Input {}

    /** Answers {@link Output.JudgeTariffs}: why they are not to be believed; empty if they are. */
    record TariffsJudged(Optional<String> flaw) implements Input {}

    /** Answers {@link Output.MoveContactors}. */
    record ContactorsMoved(boolean closed) implements Input {}

    /** The car could not do what an output asked for. */
    record OwnFault(String reason) implements Input {}

    /** The driver wants to stop. */
    record StopRequested() implements Input {}

    /** The station shows E or F on the control pilot. */
    record PilotFault() implements Input {}

    /** The cable was pulled. */
    record Unplugged() implements Input {}

    /** The station closed the connection, or it broke. */
    record LinkLost(String reason) implements Input {}
}
