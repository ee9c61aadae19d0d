package org.plugcharge.secc.session.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.SoftwareKey;
import org.plugcharge.certs.TestPki;
import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.Authorization;
import org.plugcharge.v2g.iso2.AuthorizationReq;
import org.plugcharge.v2g.iso2.Body;
import org.plugcharge.v2g.iso2.CertificateChain;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.Iso2Response;
import org.plugcharge.v2g.iso2.MessageHeader;
import org.plugcharge.v2g.iso2.MeterInfo;
import org.plugcharge.v2g.iso2.MeteringReceiptReq;
import org.plugcharge.v2g.iso2.PaymentDetailsReq;
import org.plugcharge.v2g.iso2.PaymentDetailsRes;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.signature.MessageSignature;
import org.plugcharge.v2g.signature.SignatureSuite;
import org.plugcharge.v2g.signature.SignedElement;
import org.plugcharge.v2g.xmldsig.Signature;

import java.time.Duration;

/** A vehicle with a contract that charges at a station which wants receipts. */
final class Receipts {

    static final TestPki PKI = TestPki.create(1, Walk.START);
    static final Duration EVERY = Duration.ofSeconds(10);

    final SoftwareKey key = PKI.key(Iso2Profile.CONTRACT_LEAF);

    /** To the state in which a receipt is due; with DC. */
    Walk walkToReceipt() {
        return walkToReceipt(Walk.dc(StationPolicy.USUAL.withReceiptEvery(EVERY)));
    }

    Walk walkToReceipt(Walk walk) {
        authorized(walk).charge();
        walk.at = walk.at.plus(EVERY);
        walk.send(walk.loopRequest());
        return walk;
    }

    /** Charging by contract is authorized. */
    Walk authorized(Walk walk) {
        walk.contract(1);
        var chain = PKI.chain(Iso2Profile.CONTRACT_LEAF);
        String emaid = PKI.certificate(Iso2Profile.CONTRACT_LEAF).commonName().orElseThrow();
        PaymentDetailsRes challenge =
                (PaymentDetailsRes)
                        walk.send(
                                new PaymentDetailsReq(
                                        emaid,
                                        CertificateChain.of(
                                                chain.leaf(), chain.subCertificates())));
        AuthorizationReq request = new AuthorizationReq("id1", challenge.genChallenge());
        signed(walk, request, sign(SignedElement.of(request)));
        walk.input(new Input.Authorized(new Authorization.Accepted()));
        walk.send(new AuthorizationReq(null, null));
        return walk;
    }

    Signature sign(SignedElement element) {
        return MessageSignature.sign(SignatureSuite.ECDSA_SHA256, key::sign, element);
    }

    static Iso2Response signed(Walk walk, Iso2Request request, @Nullable Signature signature) {
        return Walk.answer(
                walk.input(
                        new Input.Received(
                                new V2gMessage(
                                        new MessageHeader(
                                                walk.state.session().id(), null, signature),
                                        new Body(request)),
                                Bytes.EMPTY)));
    }

    /** The receipt for what the walk's vehicle was shown. */
    static MeteringReceiptReq receipt(Walk walk) {
        return receipt(walk, ((AwaitReceipt) walk.state).meter());
    }

    static MeteringReceiptReq receipt(Walk walk, MeterInfo meter) {
        return new MeteringReceiptReq("id1", walk.state.session().id(), 1, meter);
    }
}
