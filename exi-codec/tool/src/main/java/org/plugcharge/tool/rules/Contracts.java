package org.plugcharge.tool.rules;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.tool.session.Message;
import org.plugcharge.tool.session.Party;
import org.plugcharge.v2g.iso2.AuthorizationReq;
import org.plugcharge.v2g.iso2.MeteringReceiptReq;
import org.plugcharge.v2g.iso2.PaymentDetailsReq;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.signature.MessageSignature;
import org.plugcharge.v2g.signature.SignatureSuite;
import org.plugcharge.v2g.signature.SignatureVerdict;
import org.plugcharge.v2g.signature.SignedElement;

import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;

/** What Plug &amp; Charge asks for: TLS, the challenge, and signatures of the contract's key. */
final class Contracts {

    static final Rule SECURED =
            new Rule(
                    "contract.tls",
                    "[V2G2-633] [V2G2-634] [V2G2-635]",
                    "paying by contract needs TLS");
    static final Rule CHALLENGE =
            new Rule(
                    "contract.challenge",
                    "[V2G2-475]",
                    "AuthorizationReq repeats the station's challenge");
    static final Rule SIGNED =
            new Rule(
                    "contract.signature",
                    "FAILED_SignatureError",
                    "AuthorizationReq and MeteringReceiptReq are signed with the contract's key");

    private Contracts() {}

    static List<Finding> judge(Course course, Said said) {
        if (said.by() == Party.STATION) {
            return List.of();
        }
        Message message = said.message();
        List<Finding> findings = new ArrayList<>();
        if (message.says("Contract", "SelectedPaymentOption") && !course.secured()) {
            findings.add(Finding.broken(SECURED, "found Contract over plain TCP"));
        }
        Bytes expected = course.challenge().orElse(null);
        Bytes found = challenge(message);
        if (expected != null && found != null && !found.equals(expected)) {
            findings.add(
                    Finding.broken(
                            CHALLENGE,
                            "expected " + expected.toHex() + ", found " + found.toHex()));
        }
        if (course.contract() && message.root().value() instanceof V2gMessage iso2) {
            signature(course, iso2, findings);
        }
        return findings;
    }

    private static @Nullable Bytes challenge(Message message) {
        return message.text("GenChallenge")
                .or(() -> message.text("PnC_AReqAuthorizationMode", "GenChallenge"))
                .map(text -> Bytes.of(java.util.Base64.getDecoder().decode(text)))
                .orElse(null);
    }

    private static void signature(Course course, V2gMessage message, List<Finding> findings) {
        SignedElement signed =
                switch (message.body().element()) {
                    case AuthorizationReq request -> SignedElement.of(request);
                    case MeteringReceiptReq request -> SignedElement.of(request);
                    case null, default -> null;
                };
        PublicKey key = key(course.paymentDetails());
        if (signed == null || key == null) {
            return;
        }
        SignatureVerdict verdict =
                MessageSignature.verify(
                        SignatureSuite.ECDSA_SHA256, key, message.header().signature(), signed);
        if (verdict instanceof SignatureVerdict.Bad bad) {
            findings.add(Finding.broken(SIGNED, bad.text()));
        }
    }

    private static @Nullable PublicKey key(@Nullable Message paymentDetails) {
        if (paymentDetails == null
                || !(paymentDetails.root().value() instanceof V2gMessage message)
                || !(message.body().element() instanceof PaymentDetailsReq request)) {
            return null;
        }
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(
                                    request.contractChain().certificate().toArray()))
                    .getPublicKey();
        } catch (CertificateException _) {
            return null;
        }
    }
}
