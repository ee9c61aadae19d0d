package org.plugcharge.v2g.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.iso2.AuthorizationReq;
import org.plugcharge.v2g.iso2.CertificateChain;
import org.plugcharge.v2g.iso2.ContractSignatureEncryptedPrivateKey;
import org.plugcharge.v2g.iso2.DhPublicKey;
import org.plugcharge.v2g.iso2.EmaidElement;
import org.plugcharge.v2g.iso2.Iso2Codec;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.signature.SignatureVerdict.Bad;
import org.plugcharge.v2g.signature.SignatureVerdict.Good;
import org.plugcharge.v2g.signature.SignatureVerdict.Reason;
import org.plugcharge.v2g.xmldsig.CanonicalizationMethod;
import org.plugcharge.v2g.xmldsig.DigestMethod;
import org.plugcharge.v2g.xmldsig.Reference;
import org.plugcharge.v2g.xmldsig.Signature;
import org.plugcharge.v2g.xmldsig.SignatureMethod;
import org.plugcharge.v2g.xmldsig.SignatureValue;
import org.plugcharge.v2g.xmldsig.SignedInfo;
import org.plugcharge.v2g.xmldsig.Transform;
import org.plugcharge.v2g.xmldsig.Transforms;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

class MessageSignatureTest {

    private static final SignatureSuite SUITE = SignatureSuite.ECDSA_SHA256;
    private static final KeyPair KEY = pair("secp256r1");
    private static final KeyPair OTHER = pair("secp256r1");
    private static final Bytes CHALLENGE = Bytes.fromHex("000102030405060708090a0b0c0d0e0f");
    private static final AuthorizationReq REQUEST = new AuthorizationReq("id1", CHALLENGE);

    private static KeyPair pair(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Signature signed() {
        return MessageSignature.sign(
                SUITE, Signer.of(KEY.getPrivate(), SUITE), SignedElement.of(REQUEST));
    }

    private static SignatureVerdict verify(
            @Nullable Signature signature, AuthorizationReq request) {
        return MessageSignature.verify(
                SUITE, KEY.getPublic(), signature, SignedElement.of(request));
    }

    private static SignatureVerdict verify(Signature signature, List<SignedElement> elements) {
        return MessageSignature.verify(
                SUITE, KEY.getPublic(), signature, elements.toArray(SignedElement[]::new));
    }

    private static void assertBad(SignatureVerdict verdict, Reason reason) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Bad.class, bad -> assertThat(bad.reason()).isEqualTo(reason));
    }

    /** Again and again, so that short r and s come along: one of 128 signatures has one. */
    @Test
    void whatWasSignedVerifiesAfterTheWire() {
        for (int round = 0; round < 300; round++) {
            V2gMessage sent =
                    V2gMessage.signed(Bytes.fromHex("0102030405060708"), signed(), REQUEST);
            V2gMessage received = Iso2Codec.decode(Iso2Codec.encode(sent));
            AuthorizationReq request = (AuthorizationReq) received.body().element();
            assertThat(request).isNotNull();
            if (request != null) {
                assertThat(verify(received.header().signature(), request))
                        .isInstanceOfSatisfying(
                                Good.class,
                                good ->
                                        assertThat(good.elements().getFirst().element())
                                                .isSameAs(request));
            }
        }
    }

    @Test
    void fourElementsInTheirOrder() {
        List<SignedElement> elements =
                List.of(
                        SignedElement.of(
                                CertificateChain.of(
                                        "id1",
                                        Bytes.fromHex("3000"),
                                        List.of(Bytes.fromHex("3001")))),
                        SignedElement.of(
                                new ContractSignatureEncryptedPrivateKey(
                                        "id2", Bytes.fromHex("aa"))),
                        SignedElement.of(new DhPublicKey("id3", Bytes.fromHex("04bb"))),
                        SignedElement.of(new EmaidElement("id4", "DEABCC123456ABX")));
        Signature signature =
                MessageSignature.sign(
                        SUITE,
                        Signer.of(KEY.getPrivate(), SUITE),
                        elements.toArray(SignedElement[]::new));
        assertThat(verify(signature, elements)).isInstanceOf(Good.class);
        assertBad(verify(signature, elements.reversed()), Reason.REFERENCE_ORDER);
        List<SignedElement> other = new ArrayList<>(elements);
        other.set(3, SignedElement.of(new EmaidElement("id4", "DEABCC123456ABY")));
        assertBad(verify(signature, other), Reason.DIGEST);
        assertBad(verify(signature, elements.subList(0, 3)), Reason.REFERENCE_COUNT);
        assertBad(
                MessageSignature.verify(SUITE, KEY.getPublic(), signature, elements.getFirst()),
                Reason.REFERENCE_COUNT);
    }

    @Test
    void everyChangeIsFound() {
        assertBad(verify(null, REQUEST), Reason.MISSING);
        assertBad(verify(signed(), new AuthorizationReq(null, CHALLENGE)), Reason.ELEMENT_ID);
        assertBad(
                verify(signed(), new AuthorizationReq("id2", CHALLENGE)), Reason.REFERENCE_TARGET);
        assertBad(
                verify(signed(), new AuthorizationReq("id1", Bytes.owning(new byte[16]))),
                Reason.DIGEST);
        assertBad(
                MessageSignature.verify(
                        SUITE, OTHER.getPublic(), signed(), SignedElement.of(REQUEST)),
                Reason.VALUE);
        assertBad(
                MessageSignature.verify(
                        SUITE, pair("secp384r1").getPublic(), signed(), SignedElement.of(REQUEST)),
                Reason.KEY);
        assertBad(
                verify(
                        withInfo(info ->
                                new SignedInfo(
                                        null,
                                        new CanonicalizationMethod(
                                                "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"),
                                        info.signatureMethod(),
                                        info.references())),
                        REQUEST),
                Reason.CANONICALIZATION);
        assertBad(
                verify(
                        withInfo(info ->
                                new SignedInfo(
                                        null,
                                        info.canonicalizationMethod(),
                                        new SignatureMethod(
                                                "http://www.w3.org/2000/09/xmldsig#hmac-sha1",
                                                null),
                                        info.references())),
                        REQUEST),
                Reason.SIGNATURE_METHOD);
        assertBad(
                verify(
                        withReference(one ->
                                new Reference(
                                        null,
                                        null,
                                        one.uri(),
                                        one.transforms(),
                                        new DigestMethod("http://www.w3.org/2000/09/xmldsig#sha1"),
                                        one.digestValue())),
                        REQUEST),
                Reason.DIGEST_METHOD);
        assertBad(
                verify(
                        withReference(one ->
                                new Reference(
                                        null,
                                        null,
                                        one.uri(),
                                        new Transforms(
                                                List.of(
                                                        new Transform(
                                                                "http://www.w3.org/2000/09/xmldsig#base64",
                                                                List.of()))),
                                        one.digestMethod(),
                                        one.digestValue())),
                        REQUEST),
                Reason.TRANSFORM);
        assertBad(
                verify(
                        withInfo(info ->
                                new SignedInfo(
                                        null,
                                        info.canonicalizationMethod(),
                                        info.signatureMethod(),
                                        List.of(
                                                info.references().getFirst(),
                                                info.references().getFirst()))),
                        REQUEST),
                Reason.REFERENCE_COUNT);
        assertBad(verify(withValue(Bytes.fromHex("00")), REQUEST), Reason.VALUE_LENGTH);
        assertBad(verify(withValue(Bytes.owning(new byte[64])), REQUEST), Reason.VALUE_RANGE);
        // SignedInfo changed without changing what it says of the element: only the value can tell.
        assertBad(
                verify(
                        withReference(one ->
                                new Reference(
                                        "x",
                                        null,
                                        one.uri(),
                                        one.transforms(),
                                        one.digestMethod(),
                                        one.digestValue())),
                        REQUEST),
                Reason.VALUE);
    }

    @Test
    void aReferenceWithoutTransformsIsTaken() {
        SignedInfo info = signed().signedInfo();
        Reference one = info.references().getFirst();
        SignedInfo without =
                new SignedInfo(
                        null,
                        info.canonicalizationMethod(),
                        info.signatureMethod(),
                        List.of(
                                new Reference(
                                        null,
                                        null,
                                        one.uri(),
                                        null,
                                        one.digestMethod(),
                                        one.digestValue())));
        Bytes value =
                Signer.of(KEY.getPrivate(), SUITE)
                        .sign(org.plugcharge.v2g.xmldsig.XmldsigCodec.fragment(without));
        assertThat(
                        verify(
                                new Signature(
                                        null,
                                        without,
                                        new SignatureValue(null, value),
                                        null,
                                        List.of()),
                                REQUEST))
                .isInstanceOf(Good.class);
    }

    @Test
    void elementsWithoutOwnIdAreNotSigned() {
        Signer signer = Signer.of(KEY.getPrivate(), SUITE);
        SignedElement element = SignedElement.of(REQUEST);
        assertThatThrownBy(() -> MessageSignature.sign(SUITE, signer, element, element))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MessageSignature.sign(SUITE, signer))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shortNumbersArePadded() {
        Bytes der = Bytes.fromHex("3007020200ff020101");
        Bytes raw = Bytes.fromHex("00".repeat(31) + "ff" + "00".repeat(31) + "01");
        assertThat(EcdsaValue.fromDer(der, 32)).isEqualTo(raw);
        assertThat(EcdsaValue.toDer(raw)).isEqualTo(der);
        assertThatThrownBy(() -> EcdsaValue.fromDer(Bytes.fromHex("3007020300ff0201"), 32))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Signature withInfo(UnaryOperator<SignedInfo> change) {
        Signature signature = signed();
        return new Signature(
                null,
                change.apply(signature.signedInfo()),
                signature.signatureValue(),
                null,
                List.of());
    }

    private static Signature withReference(UnaryOperator<Reference> change) {
        return withInfo(info ->
                new SignedInfo(
                        null,
                        info.canonicalizationMethod(),
                        info.signatureMethod(),
                        info.references().stream().map(change).toList()));
    }

    private static Signature withValue(Bytes value) {
        return new Signature(
                null, signed().signedInfo(), new SignatureValue(null, value), null, List.of());
    }
}
