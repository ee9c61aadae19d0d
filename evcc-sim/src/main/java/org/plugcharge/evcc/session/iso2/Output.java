package org.plugcharge.evcc.session.iso2;

import org.plugcharge.evcc.session.ChargePoint;
import org.plugcharge.evcc.session.ControlPilot;
import org.plugcharge.evcc.session.Ending;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolReq;
import org.plugcharge.v2g.iso2.CertificateInstallationRes;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.SalesTariff;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.xmldsig.Signature;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
     * Input.ContractRefused} answers. The contract's key is sealed for one of the car's own.
     */
    record OpenContract(
            CertificateInstallationRes response, Signature signature, SigningKey sealedFor)
            implements Output {}

    /**
     * Verify the sales tariffs, in this order, as signed by the issuer of the contract; {@link
     * Input.TariffsJudged} answers.
     */
    record JudgeTariffs(List<SalesTariff> tariffs, Optional<Signature> signature)
            implements Output {

        /** Copies. */
        public JudgeTariffs {
            tariffs = List.copyOf(tariffs);
        }
    }

    /** Keep the contract just opened, with its key. */
    record StoreContract(Contract contract) implements Output {}

    /** Show this state on the control pilot. */
    record SetControlPilot(ControlPilot state) implements Output {}

    /** Close or open the car's contactors; {@link Input.ContactorsMoved} answers. */
    record MoveContactors(boolean close) implements Output {}

    /** Let the car's charger draw this much of each of so many phases, in mA. */
    record Draw(int phases, long milliamps) implements Output {}

    /** Keep the id of the session for when the car comes back. */
    record KeepSession(Bytes id) implements Output {}

    /** A reading for display and report. */
    record Observed(ChargePoint point) implements Output {}

    /** Something worth knowing that changes nothing. */
    record Note(String text) implements Output {}

    /** Close the connection: the session is over. */
    record Close(Ending ending) implements Output {}
}
