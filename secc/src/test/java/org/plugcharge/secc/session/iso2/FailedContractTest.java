package org.plugcharge.secc.session.iso2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.simulated.SimulatedEvse;
import org.plugcharge.v2g.iso2.CertificateChain;
import org.plugcharge.v2g.iso2.CurrentDemandReq;
import org.plugcharge.v2g.iso2.PaymentDetailsReq;
import org.plugcharge.v2g.iso2.PaymentOption;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.ServiceDiscoveryReq;
import org.plugcharge.v2g.iso2.ServiceDiscoveryRes;
import org.plugcharge.v2g.iso2.SessionSetupReq;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A vehicle whose contract was refused comes back. */
class FailedContractTest {

    private static final Bytes VEHICLE = Bytes.fromHex("02aabbccddee");
    private static final StationPolicy FALLBACK =
            StationPolicy.USUAL.withExternalAfterFailure(Duration.ofMinutes(5));

    @Test
    void isOfferedPaymentAtTheStationAlone() {
        FailedContract failed = refused(FALLBACK).orElseThrow();
        assertThat(failed)
                .isEqualTo(new FailedContract(VEHICLE, Walk.START.plus(Duration.ofMinutes(5))));
        assertThat(offered(VEHICLE, failed, Duration.ofMinutes(4)))
                .containsExactly(PaymentOption.EXTERNAL_PAYMENT);
    }

    @Test
    void mayTryItsContractAgainAfterAWhile() {
        FailedContract failed = refused(FALLBACK).orElseThrow();
        assertThat(offered(VEHICLE, failed, Duration.ofMinutes(5)))
                .containsExactly(PaymentOption.CONTRACT, PaymentOption.EXTERNAL_PAYMENT);
    }

    @Test
    void isNotMistakenForAnother() {
        FailedContract failed = refused(FALLBACK).orElseThrow();
        assertThat(offered(Bytes.fromHex("02aabbccddef"), failed, Duration.ZERO))
                .contains(PaymentOption.CONTRACT);
    }

    @Test
    void isForgottenWithoutThePolicy() {
        assertThat(refused(StationPolicy.USUAL)).isEmpty();
    }

    /** A message out of order says nothing of the contract. */
    @Test
    void isNotRememberedForAnythingElse() {
        Walk walk = contract(FALLBACK);
        CurrentDemandReq early = Walk.demand(1);
        assertThat(walk.send(early).responseCode()).isEqualTo(ResponseCode.FAILED_SEQUENCE_ERROR);
        assertThat(note(walk)).isEmpty();
        Walk external = Walk.dc(FALLBACK).external();
        external.input(new Input.LinkLost("gone"));
        assertThat(note(external)).isEmpty();
    }

    private static Optional<FailedContract> refused(StationPolicy policy) {
        Walk walk = contract(policy);
        assertThat(
                        walk.send(
                                        new PaymentDetailsReq(
                                                "DE8AA0012345670",
                                                new CertificateChain(
                                                        null, Bytes.of((byte) 1), null)))
                                .responseCode())
                .isEqualTo(ResponseCode.FAILED_CERT_CHAIN_ERROR);
        return note(walk);
    }

    private static Walk contract(StationPolicy policy) {
        return Walk.dc(policy).contract(1);
    }

    private static Optional<FailedContract> note(Walk walk) {
        return walk.outputs.stream()
                .filter(Output.Note.class::isInstance)
                .map(note -> ((Output.Note) note).contract())
                .findFirst();
    }

    private static List<PaymentOption> offered(
            Bytes vehicle, FailedContract failed, Duration later) {
        Walk walk = new Walk();
        walk.at = Walk.START.plus(later);
        walk.state =
                Iso2Session.begin(
                        Walk.station(true, SimulatedEvse.HIGH_POWER, FALLBACK),
                        Optional.empty(),
                        Optional.of(failed));
        walk.send(new SessionSetupReq(vehicle), Session.NONE);
        return ((ServiceDiscoveryRes) walk.send(new ServiceDiscoveryReq(null, null)))
                .paymentOptions()
                .options();
    }
}
