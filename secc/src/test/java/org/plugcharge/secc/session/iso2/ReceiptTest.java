package org.plugcharge.secc.session.iso2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.secc.evse.EvseCommand;
import org.plugcharge.v2g.iso2.AcEvseStatus;
import org.plugcharge.v2g.iso2.CurrentDemandRes;
import org.plugcharge.v2g.iso2.MeterInfo;
import org.plugcharge.v2g.iso2.MeteringReceiptReq;
import org.plugcharge.v2g.iso2.MeteringReceiptRes;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.signature.MessageSignature;
import org.plugcharge.v2g.signature.SignatureSuite;
import org.plugcharge.v2g.signature.SignedElement;
import org.plugcharge.v2g.xmldsig.Signature;

/** Receipts: asked for by policy, checked to the last octet. */
class ReceiptTest {

    private final Receipts receipts = new Receipts();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSignedReceiptIsTakenAndTheNextIsDueLater(boolean alternating) {
        StationPolicy policy = StationPolicy.USUAL.withReceiptEvery(Receipts.EVERY);
        Walk walk = receipts.walkToReceipt(alternating ? Walk.ac(policy) : Walk.dc(policy));
        MeteringReceiptReq receipt = Receipts.receipt(walk);
        MeteringReceiptRes taken =
                (MeteringReceiptRes)
                        Receipts.signed(walk, receipt, receipts.sign(SignedElement.of(receipt)));
        assertThat(taken.responseCode()).isEqualTo(ResponseCode.OK);
        assertThat(taken.evseStatus() instanceof AcEvseStatus).isEqualTo(alternating);
        walk.send(walk.loopRequest());
        assertThat(walk.state).isInstanceOf(Charging.class);
        walk.at = walk.at.plus(Receipts.EVERY);
        walk.send(walk.loopRequest());
        assertThat(walk.state).isInstanceOf(AwaitReceipt.class);
    }

    /** [V2G2-481] */
    @Test
    void aReceiptForAnotherReadingIsRefused() {
        Walk walk = receipts.walkToReceipt();
        MeteringReceiptReq other =
                Receipts.receipt(walk, new MeterInfo("METER-1", 999L, null, null, null));
        assertThat(
                        Receipts.signed(walk, other, receipts.sign(SignedElement.of(other)))
                                .responseCode())
                .isEqualTo(ResponseCode.FAILED_METERING_SIGNATURE_NOT_VALID);
        assertThat(walk.commands().getLast()).isEqualTo(new EvseCommand.OpenContactor());
    }

    @Test
    void aReceiptSignedByAnotherKeyOrNotAtAllIsRefused() {
        Walk walk = receipts.walkToReceipt();
        MeteringReceiptReq receipt = Receipts.receipt(walk);
        Signature foreign =
                MessageSignature.sign(
                        SignatureSuite.ECDSA_SHA256,
                        Receipts.PKI.key(Iso2Profile.OEM_PROVISIONING_LEAF)::sign,
                        SignedElement.of(receipt));
        assertThat(Receipts.signed(walk, receipt, foreign).responseCode())
                .isEqualTo(ResponseCode.FAILED_METERING_SIGNATURE_NOT_VALID);
        Walk unsigned = receipts.walkToReceipt();
        assertThat(Receipts.signed(unsigned, Receipts.receipt(unsigned), null).responseCode())
                .isEqualTo(ResponseCode.FAILED_METERING_SIGNATURE_NOT_VALID);
    }

    @Test
    void whoPaysAtTheStationSignsNothing() {
        Walk walk = Walk.dc(StationPolicy.USUAL.withReceiptEvery(Receipts.EVERY)).charging();
        walk.at = walk.at.plus(Receipts.EVERY);
        CurrentDemandRes answer = (CurrentDemandRes) walk.send(Walk.demand(100));
        assertThat(answer.receiptRequired()).isNull();
    }

    @Test
    void aVehicleThatGoesOnWithoutSigningIsToldAgain() {
        Walk walk = receipts.walkToReceipt();
        CurrentDemandRes answer = (CurrentDemandRes) walk.send(Walk.demand(100));
        assertThat(answer.receiptRequired()).isTrue();
        assertThat(walk.state).isInstanceOf(AwaitReceipt.class);
    }
}
