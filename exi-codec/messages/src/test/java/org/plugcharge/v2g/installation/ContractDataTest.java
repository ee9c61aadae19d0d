package org.plugcharge.v2g.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.iso2.CertificateChain;
import org.plugcharge.v2g.iso2.CertificateInstallationRes;
import org.plugcharge.v2g.iso2.EmaidElement;
import org.plugcharge.v2g.iso2.Iso2Codec;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.signature.MessageSignature;
import org.plugcharge.v2g.signature.SignatureSuite;
import org.plugcharge.v2g.signature.SignatureVerdict;
import org.plugcharge.v2g.signature.Signer;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.List;

class ContractDataTest {

    private static final Bytes SESSION = Bytes.fromHex("0102030405060708");
    private static final ContractData DATA =
            new ContractData(
                    filled(520, 1),
                    List.of(filled(550, 2), filled(540, 3)),
                    filled(48, 4),
                    filled(65, 5),
                    "DEPNC000000001X");

    private static KeyPair keys;

    @BeforeAll
    static void key() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        keys = generator.generateKeyPair();
    }

    private static Bytes filled(int length, int value) {
        byte[] octets = new byte[length];
        java.util.Arrays.fill(octets, (byte) value);
        return Bytes.owning(octets);
    }

    private static V2gMessage signed() {
        Signer signer = Signer.of(keys.getPrivate(), SignatureSuite.ECDSA_SHA256);
        V2gMessage message = DATA.sign(SESSION, filled(500, 6), List.of(filled(510, 7)), signer);
        return Iso2Codec.decode(Iso2Codec.encode(message));
    }

    private static CertificateInstallationRes response(V2gMessage message) {
        return assertInstanceOf(CertificateInstallationRes.class, message.body().element());
    }

    private static SignatureVerdict verdict(
            V2gMessage message, CertificateInstallationRes response) {
        return MessageSignature.verify(
                SignatureSuite.ECDSA_SHA256,
                keys.getPublic(),
                message.header().signature(),
                ContractData.signedParts(response));
    }

    @Test
    void fourPartsAreSignedOnTheWayThroughTheCodec() {
        V2gMessage message = signed();
        assertThat(message.header().sessionId()).isEqualTo(SESSION);
        assertThat(response(message).responseCode()).isEqualTo(ResponseCode.OK);
        assertThat(verdict(message, response(message))).isInstanceOf(SignatureVerdict.Good.class);
    }

    @Test
    void anotherSessionKeepsTheSignature() {
        V2gMessage message = signed();
        V2gMessage later =
                V2gMessage.signed(
                        filled(8, 9),
                        java.util.Objects.requireNonNull(message.header().signature()),
                        response(message));
        V2gMessage received = Iso2Codec.decode(Iso2Codec.encode(later));
        assertThat(verdict(received, response(received))).isInstanceOf(SignatureVerdict.Good.class);
    }

    @Test
    void anotherContractUnderTheSameSignatureIsBad() {
        V2gMessage message = signed();
        CertificateInstallationRes good = response(message);
        CertificateInstallationRes swapped =
                new CertificateInstallationRes(
                        good.responseCode(),
                        good.provisioningChain(),
                        CertificateChain.of("id1", filled(520, 8), List.of()),
                        good.encryptedPrivateKey(),
                        good.dhPublicKey(),
                        good.emaid());
        CertificateInstallationRes renamed =
                new CertificateInstallationRes(
                        good.responseCode(),
                        good.provisioningChain(),
                        good.contractChain(),
                        good.encryptedPrivateKey(),
                        good.dhPublicKey(),
                        new EmaidElement("id4", "DEPNC000000002X"));
        assertThat(verdict(message, swapped)).isInstanceOf(SignatureVerdict.Bad.class);
        assertThat(verdict(message, renamed)).isInstanceOf(SignatureVerdict.Bad.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = ResponseCode.class,
            names = {
                "FAILED_NO_CERTIFICATE_AVAILABLE",
                "FAILED_CERT_CHAIN_ERROR",
                "FAILED_SIGNATURE_ERROR"
            })
    void refusalIsAWholeMessage(ResponseCode code) {
        V2gMessage message = Iso2Codec.decode(Iso2Codec.encode(ContractData.refuse(SESSION, code)));
        assertThat(message.header().signature()).isNull();
        assertThat(response(message).responseCode()).isEqualTo(code);
        assertThat(response(message).emaid().value()).hasSizeBetween(14, 15);
    }

    @Test
    void refusalMustRefuse() {
        assertThatThrownBy(() -> ContractData.refuse(SESSION, ResponseCode.OK))
                .hasMessageContaining("code that refuses");
    }
}
