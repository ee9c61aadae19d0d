package org.plugcharge.v2g.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.MessageSet;
import org.plugcharge.v2g.iso2.AuthorizationReq;
import org.plugcharge.v2g.iso2.DhPublicKey;
import org.plugcharge.v2g.iso2.EmaidElement;
import org.plugcharge.v2g.iso2.Iso2Codec;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.iso20.commonmessages.AbsolutePriceSchedule;
import org.plugcharge.v2g.iso20.commonmessages.PncAReqAuthorizationMode;
import org.plugcharge.v2g.iso20.commonmessages.PriceLevelSchedule;
import org.plugcharge.v2g.iso20.commonmessages.SignedCertificateChain;
import org.plugcharge.v2g.iso20.commonmessages.SignedInstallationData;
import org.plugcharge.v2g.iso20.commonmessages.SignedMeteringData;
import org.plugcharge.v2g.signature.SignatureVerdict.Bad;
import org.plugcharge.v2g.signature.SignatureVerdict.Good;
import org.plugcharge.v2g.signature.SignatureVerdict.Reason;
import org.plugcharge.v2g.text.RandomMessages;
import org.plugcharge.v2g.xmldsig.Reference;
import org.plugcharge.v2g.xmldsig.Signature;
import org.plugcharge.v2g.xmldsig.SignatureMethod;
import org.plugcharge.v2g.xmldsig.SignatureValue;
import org.plugcharge.v2g.xmldsig.SignedInfo;
import org.plugcharge.v2g.xmldsig.XmldsigCodec;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/** Every suite, and what somebody without the key may try with each. */
class HostileSignatureTest {

    /** The order of the group of Ed448 (RFC 8032, 5.2). */
    private static final BigInteger ED448_ORDER =
            BigInteger.TWO
                    .pow(446)
                    .subtract(
                            new BigInteger(
                                    "13818066809895115352007386748515426880336692474882178609894547503885"));

    private static final Bytes CHALLENGE = Bytes.fromHex("000102030405060708090a0b0c0d0e0f");
    private static final AuthorizationReq REQUEST = new AuthorizationReq("id1", CHALLENGE);
    private static final Map<SignatureSuite, KeyPair> KEYS = new EnumMap<>(SignatureSuite.class);

    private static KeyPair key(SignatureSuite suite) {
        return KEYS.computeIfAbsent(suite, HostileSignatureTest::newKey);
    }

    private static KeyPair newKey(SignatureSuite suite) {
        try {
            if (suite == SignatureSuite.ED448) {
                return KeyPairGenerator.getInstance("Ed448").generateKeyPair();
            }
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(suite.curve()));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Signature sign(SignatureSuite suite, SignedElement... elements) {
        return MessageSignature.sign(suite, Signer.of(key(suite).getPrivate(), suite), elements);
    }

    private static SignatureVerdict verify(
            SignatureSuite suite, Signature signature, SignedElement... elements) {
        return MessageSignature.verify(suite, key(suite).getPublic(), signature, elements);
    }

    private static void assertBad(SignatureVerdict verdict, Reason reason) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Bad.class,
                        bad -> assertThat(bad.reason()).as(bad.text()).isEqualTo(reason));
    }

    private static Signature withValue(Signature signature, Bytes value) {
        return new Signature(
                null, signature.signedInfo(), new SignatureValue(null, value), null, List.of());
    }

    /** Somebody who has the key may sign any SignedInfo: what it says must be checked, too. */
    private static Signature signedAgain(SignatureSuite suite, SignedInfo info) {
        Bytes value = Signer.of(key(suite).getPrivate(), suite).sign(XmldsigCodec.fragment(info));
        return new Signature(null, info, new SignatureValue(null, value), null, List.of());
    }

    private static Signature withReferences(
            SignatureSuite suite, SignedInfo info, List<Reference> references) {
        return signedAgain(
                suite,
                new SignedInfo(
                        null, info.canonicalizationMethod(), info.signatureMethod(), references));
    }

    @ParameterizedTest
    @EnumSource(SignatureSuite.class)
    void whatWasSignedVerifiesAndItsValueHasTheLengthOfTheSuite(SignatureSuite suite) {
        for (int round = 0; round < 40; round++) {
            Signature signature = sign(suite, SignedElement.of(REQUEST));
            assertThat(signature.signatureValue().value().length()).isEqualTo(suite.valueLength());
            V2gMessage received =
                    Iso2Codec.decode(
                            Iso2Codec.encode(
                                    V2gMessage.signed(CHALLENGE.slice(0, 8), signature, REQUEST)));
            Signature again = Objects.requireNonNull(received.header().signature());
            assertThat(verify(suite, again, SignedElement.of(REQUEST))).isInstanceOf(Good.class);
        }
    }

    @ParameterizedTest
    @EnumSource(SignatureSuite.class)
    void noOtherSuiteIsTaken(SignatureSuite suite) {
        for (SignatureSuite other : SignatureSuite.values()) {
            if (other != suite) {
                Signature signature = sign(other, SignedElement.of(REQUEST));
                assertBad(
                        verify(suite, signature, SignedElement.of(REQUEST)),
                        Reason.SIGNATURE_METHOD);
                assertBad(
                        MessageSignature.verify(
                                other,
                                key(suite).getPublic(),
                                signature,
                                SignedElement.of(REQUEST)),
                        Reason.KEY);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(SignatureSuite.class)
    void valuesOfAnotherLengthAreRefused(SignatureSuite suite) {
        Signature signature = sign(suite, SignedElement.of(REQUEST));
        Bytes value = signature.signatureValue().value();
        int length = value.length();
        List<Bytes> wrong =
                List.of(
                        Bytes.EMPTY,
                        value.slice(1, length),
                        value.slice(0, length - 2),
                        value.plus(Bytes.fromHex("00")),
                        Bytes.fromHex("00").plus(value),
                        suite.isEcdsa() ? EcdsaValue.toDer(value) : value.plus(value));
        for (Bytes other : wrong) {
            assertBad(
                    verify(suite, withValue(signature, other), SignedElement.of(REQUEST)),
                    Reason.VALUE_LENGTH);
        }
    }

    /** A P-521 value whose fields were cut to 65 octets because they were short. */
    @Test
    void fieldsOfP521HaveSixtySixOctets() {
        SignatureSuite suite = SignatureSuite.ECDSA_SHA512;
        Bytes value = sign(suite, SignedElement.of(REQUEST)).signatureValue().value();
        assertThat(value.length()).isEqualTo(132);
        Bytes cut = value.slice(1, 66).plus(value.slice(67, 132));
        assertBad(
                verify(
                        suite,
                        withValue(sign(suite, SignedElement.of(REQUEST)), cut),
                        SignedElement.of(REQUEST)),
                Reason.VALUE_LENGTH);
        Bytes small = Bytes.fromHex("3006020101020102");
        Bytes wide = EcdsaValue.fromDer(small, 66);
        assertThat(wide.toHex()).isEqualTo("00".repeat(65) + "01" + "00".repeat(65) + "02");
        assertThat(EcdsaValue.toDer(wide)).isEqualTo(small);
        assertThat(EcdsaValue.fromDer(EcdsaValue.toDer(value), 66)).isEqualTo(value);
        Bytes long66 = fixed(suite.order(), 66);
        assertThatThrownBy(() -> EcdsaValue.fromDer(EcdsaValue.toDer(long66.plus(long66)), 65))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(value = SignatureSuite.class, names = "ED448", mode = EnumSource.Mode.EXCLUDE)
    void rAndSLieBetweenZeroAndTheOrder(SignatureSuite suite) {
        Signature signature = sign(suite, SignedElement.of(REQUEST));
        Bytes value = signature.signatureValue().value();
        int half = value.length() / 2;
        Bytes r = value.slice(0, half);
        Bytes s = value.slice(half, 2 * half);
        Bytes order = fixed(suite.order(), half);
        Bytes zero = Bytes.owning(new byte[half]);
        Bytes max = fixed(BigInteger.ONE.shiftLeft(8 * half).subtract(BigInteger.ONE), half);
        for (Bytes wrong : List.of(zero, order, max)) {
            assertBad(
                    verify(suite, withValue(signature, wrong.plus(s)), SignedElement.of(REQUEST)),
                    Reason.VALUE_RANGE);
            assertBad(
                    verify(suite, withValue(signature, r.plus(wrong)), SignedElement.of(REQUEST)),
                    Reason.VALUE_RANGE);
        }
        Bytes one = fixed(BigInteger.ONE, half);
        assertBad(
                verify(suite, withValue(signature, one.plus(one)), SignedElement.of(REQUEST)),
                Reason.VALUE);
    }

    /** The second half of an Ed448 value is a number, lowest octet first, with one valid form. */
    @Test
    void theOtherFormOfAnEd448ValueIsRefused() {
        SignatureSuite suite = SignatureSuite.ED448;
        Signature signature = sign(suite, SignedElement.of(REQUEST));
        Bytes value = signature.signatureValue().value();
        BigInteger s = new BigInteger(1, reversed(value.slice(57, 114)).toArray());
        Bytes other = value.slice(0, 57).plus(reversed(fixed(s.add(ED448_ORDER), 57)));
        assertBad(
                verify(suite, withValue(signature, other), SignedElement.of(REQUEST)),
                Reason.VALUE);
    }

    private static Bytes fixed(BigInteger number, int length) {
        byte[] octets = new byte[length];
        byte[] digits = number.toByteArray();
        for (int index = 0; index < Math.min(length, digits.length); index++) {
            octets[length - 1 - index] = digits[digits.length - 1 - index];
        }
        return Bytes.owning(octets);
    }

    private static Bytes reversed(Bytes octets) {
        byte[] turned = new byte[octets.length()];
        for (int index = 0; index < turned.length; index++) {
            turned[index] = octets.at(turned.length - 1 - index);
        }
        return Bytes.owning(turned);
    }

    /** The size of the field is that of P-256, the curve is another. */
    @Test
    void aCurveOfTheSameSizeIsNotTheCurve() {
        ECPublicKey own = (ECPublicKey) key(SignatureSuite.ECDSA_SHA256).getPublic();
        ECParameterSpec named = own.getParams();
        ECParameterSpec foreign =
                new ECParameterSpec(named.getCurve(), own.getW(), named.getOrder(), 1);
        assertBad(
                MessageSignature.verify(
                        SignatureSuite.ECDSA_SHA256,
                        new ForeignKey(own, foreign),
                        sign(SignatureSuite.ECDSA_SHA256, SignedElement.of(REQUEST)),
                        SignedElement.of(REQUEST)),
                Reason.KEY);
    }

    private record ForeignKey(ECPublicKey key, ECParameterSpec parameters) implements ECPublicKey {

        private static final long serialVersionUID = 1L;

        @Override
        public ECPoint getW() {
            return key.getW();
        }

        @Override
        public ECParameterSpec getParams() {
            return parameters;
        }

        @Override
        public String getAlgorithm() {
            return "EC";
        }

        @Override
        public String getFormat() {
            return "X.509";
        }

        @Override
        public byte[] getEncoded() {
            return key.getEncoded();
        }
    }

    /**
     * The signed element is replaced by another with its Id: what is used is not what was signed.
     */
    @ParameterizedTest
    @EnumSource(SignatureSuite.class)
    void anotherElementWithTheSameIdIsNotTheSignedOne(SignatureSuite suite) {
        Signature signature = sign(suite, SignedElement.of(REQUEST));
        AuthorizationReq forged = new AuthorizationReq("id1", Bytes.owning(new byte[16]));
        assertBad(verify(suite, signature, SignedElement.of(forged)), Reason.DIGEST);
        assertBad(
                verify(
                        suite,
                        signature,
                        SignedElement.of(new EmaidElement("id1", "DEABCC123456ABX"))),
                Reason.DIGEST);
        // Both in one message: neither is known by an Id that is not its own.
        assertBad(
                verify(suite, signature, SignedElement.of(REQUEST), SignedElement.of(forged)),
                Reason.ELEMENT_ID);
    }

    @Test
    void referencesThatAreMoreFewerTwiceSwappedOrElsewhereAreRefused() {
        SignatureSuite suite = SignatureSuite.ECDSA_SHA512;
        SignedElement first = SignedElement.of(new DhPublicKey("id3", Bytes.fromHex("04bb")));
        SignedElement second = SignedElement.of(new EmaidElement("id4", "DEABCC123456ABX"));
        SignedInfo info = sign(suite, first, second).signedInfo();
        List<Reference> both = info.references();
        assertThat(verify(suite, withReferences(suite, info, both), first, second))
                .isInstanceOf(Good.class);
        List<Reference> swapped = new ArrayList<>(both);
        Collections.swap(swapped, 0, 1);
        assertBad(
                verify(suite, withReferences(suite, info, swapped), first, second),
                Reason.REFERENCE_ORDER);
        assertBad(
                verify(suite, withReferences(suite, info, both.subList(0, 1)), first, second),
                Reason.REFERENCE_COUNT);
        assertBad(verify(suite, withReferences(suite, info, both), first), Reason.REFERENCE_COUNT);
        assertBad(
                verify(
                        suite,
                        withReferences(suite, info, List.of(both.get(0), both.get(0))),
                        first,
                        second),
                Reason.REFERENCE_ORDER);
        for (String elsewhere : new String[] {"", "#", "id4", "#id5", "http://example.org/#id4"}) {
            Reference pointed =
                    new Reference(
                            null,
                            null,
                            elsewhere,
                            both.get(1).transforms(),
                            both.get(1).digestMethod(),
                            both.get(1).digestValue());
            assertBad(
                    verify(
                            suite,
                            withReferences(suite, info, List.of(both.get(0), pointed)),
                            first,
                            second),
                    Reason.REFERENCE_TARGET);
        }
        assertBad(verify(suite, sign(suite, first)), Reason.REFERENCE_COUNT);
    }

    /** Everything of ISO 15118-20 that is signed; another Id is another element. */
    @Test
    void theSignedElementsOfIso20() {
        SignatureSuite suite = SignatureSuite.ECDSA_SHA512;
        RandomMessages random =
                new RandomMessages(MessageSet.ISO20_COMMON_MESSAGES, new SplittableRandom(20));
        MessageSet.ISO20_COMMON_MESSAGES
                .fragments()
                .forEach((name, type) -> {
                    SignedElement element = iso20(random.next(type));
                    SignedElement other = iso20(random.next(type));
                    if (element.id() != null) {
                        Signature signature = sign(suite, element);
                        assertThat(verify(suite, signature, element))
                                .as(name)
                                .isInstanceOf(Good.class);
                        assertThat(verify(suite, signature, other))
                                .as(name)
                                .isInstanceOf(Bad.class);
                    }
                });
    }

    private static SignedElement iso20(Object element) {
        return switch (element) {
            case PncAReqAuthorizationMode one -> SignedElement.of(one);
            case SignedCertificateChain one -> SignedElement.of(one);
            case SignedInstallationData one -> SignedElement.of(one);
            case SignedMeteringData one -> SignedElement.of(one);
            case AbsolutePriceSchedule one -> SignedElement.of(one);
            case PriceLevelSchedule one -> SignedElement.of(one);
            default -> throw new IllegalArgumentException("never signed: " + element);
        };
    }

    /** XML Signature lets a sender cut an HMAC short; nothing here may be cut. */
    @Test
    void aTruncatedValueIsNotAskedFor() {
        SignatureSuite suite = SignatureSuite.ECDSA_SHA256;
        SignedInfo info = sign(suite, SignedElement.of(REQUEST)).signedInfo();
        SignedInfo cut =
                new SignedInfo(
                        null,
                        info.canonicalizationMethod(),
                        new SignatureMethod(suite.signatureMethod(), BigInteger.ZERO),
                        info.references());
        assertBad(
                verify(suite, signedAgain(suite, cut), SignedElement.of(REQUEST)),
                Reason.SIGNATURE_METHOD);
    }

    @Test
    void aKeyOfAnotherKindDoesNotSign() {
        assertThatThrownBy(() ->
                        MessageSignature.sign(
                                SignatureSuite.ECDSA_SHA512,
                                Signer.of(
                                        key(SignatureSuite.ECDSA_SHA256).getPrivate(),
                                        SignatureSuite.ED448),
                                SignedElement.of(REQUEST)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
