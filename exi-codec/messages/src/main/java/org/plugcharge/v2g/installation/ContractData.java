package org.plugcharge.v2g.installation;

import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.iso2.CertificateChain;
import org.plugcharge.v2g.iso2.CertificateInstallationRes;
import org.plugcharge.v2g.iso2.ContractSignatureEncryptedPrivateKey;
import org.plugcharge.v2g.iso2.DhPublicKey;
import org.plugcharge.v2g.iso2.EmaidElement;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.signature.MessageSignature;
import org.plugcharge.v2g.signature.SignatureSuite;
import org.plugcharge.v2g.signature.SignedElement;
import org.plugcharge.v2g.signature.Signer;

import java.util.List;

/**
 * A contract on its way into a car, as octets: what a provisioning service signs.
 *
 * @param contractLeaf the contract certificate, DER, at most 800 octets
 * @param contractSubCertificates its sub-CAs, nearest first, without root; at most four
 * @param encryptedPrivateKey the contract key wrapped for the car: IV (16 octets) and ciphertext
 *     (32 octets)
 * @param dhPublicKey the sender's ephemeral key, 65 octets
 * @param emaid 14 or 15 characters without separators
 */
public record ContractData(
        Bytes contractLeaf,
        List<Bytes> contractSubCertificates,
        Bytes encryptedPrivateKey,
        Bytes dhPublicKey,
        String emaid) {

    private static final Bytes DUMMY = Bytes.of((byte) 0);
    private static final String DUMMY_EMAID = "ZZ000000000000";

    /** Keeps its own copy. */
    public ContractData {
        contractSubCertificates = List.copyOf(contractSubCertificates);
    }

    /**
     * The whole response for the session {@code sessionId}: the provisioning service's chain, which
     * is not signed, and the four signed parts id1 to id4. {@code provisioningKey} is the key of
     * {@code provisioningLeaf}.
     */
    public V2gMessage sign(
            Bytes sessionId,
            Bytes provisioningLeaf,
            List<Bytes> provisioningSubCertificates,
            Signer provisioningKey) {
        CertificateInstallationRes response =
                new CertificateInstallationRes(
                        ResponseCode.OK,
                        CertificateChain.of(provisioningLeaf, provisioningSubCertificates),
                        CertificateChain.of("id1", contractLeaf, contractSubCertificates),
                        new ContractSignatureEncryptedPrivateKey("id2", encryptedPrivateKey),
                        new DhPublicKey("id3", dhPublicKey),
                        new EmaidElement("id4", emaid));
        return V2gMessage.signed(
                sessionId,
                MessageSignature.sign(
                        SignatureSuite.ECDSA_SHA256, provisioningKey, signedParts(response)),
                response);
    }

    /** The parts of a response that its signature has to cover, in the order id1 to id4. */
    public static SignedElement[] signedParts(CertificateInstallationRes response) {
        return new SignedElement[] {
            SignedElement.of(response.contractChain()),
            SignedElement.of(response.encryptedPrivateKey()),
            SignedElement.of(response.dhPublicKey()),
            SignedElement.of(response.emaid())
        };
    }

    /**
     * A response that refuses: the schema wants every part even then, so each holds a single zero
     * octet and the eMAID {@code ZZ000000000000}. Nothing is signed. {@link
     * IllegalArgumentException} for a code that does not refuse.
     */
    public static V2gMessage refuse(Bytes sessionId, ResponseCode code) {
        if (!code.failed()) {
            throw new IllegalArgumentException("expected a code that refuses, found " + code);
        }
        return V2gMessage.of(
                sessionId,
                new CertificateInstallationRes(
                        code,
                        CertificateChain.of(DUMMY, List.of()),
                        CertificateChain.of("id1", DUMMY, List.of()),
                        new ContractSignatureEncryptedPrivateKey("id2", DUMMY),
                        new DhPublicKey("id3", DUMMY),
                        new EmaidElement("id4", DUMMY_EMAID)));
    }
}
