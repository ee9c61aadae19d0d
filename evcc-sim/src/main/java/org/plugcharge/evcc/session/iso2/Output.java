package org.plugcharge.evcc.session.iso2;

import org.plugcharge.v2g.appprotocol.SupportedAppProtocolReq;
import org.plugcharge.v2g.iso2.CertificateInstallationRes;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.xmldsig.Signature;

import java.time.Instant;

/** What a car does; carried out in order by the host. */
public sealed interface Output {

    /** Offer the protocols. */
    record SendHandshake(SupportedAppProtocolReq request) implements Output {}

    /** Send a message. */
    record Send(V2gMessage message) implements Output {}

    /** Start a timer, or set it anew. */
    record Arm(Timer timer, Instant deadline) implements Output {}

    /** Stop a timer, whether it runs or not. */
    record Disarm(Timer timer) implements Output {}

    /** Sign a request as one whole element; {@link Input.Signed} answers. */
    record Sign(SigningKey key, Iso2Request request) implements Output {}

    /**
     * Verify, unwrap and match a delivered contract; {@link Input.ContractOpened} or {@link
     * Input.ContractRefused} answers.
     */
    record OpenContract(CertificateInstallationRes response, Signature signature)
            implements Output {}

    /** Keep the contract just opened, with its key. */
    record StoreContract(Contract contract) implements Output {}

    /** Show this state on the control pilot. */
    record SetControlPilot(ControlPilot state) implements Output {}

    /** Close or open the car's contactors; {@link Input.ContactorsMoved} answers. */
    record MoveContactors(boolean close) implements Output {}

    /** A reading for display and report. */
    record Observed(ChargePoint point) implements Output {}

    /** Something worth knowing that changes nothing. */
    record Note(String text) implements Output {}

    /** Close the connection: the session is over. */
    record Close(Ending ending) implements Output {}
}
