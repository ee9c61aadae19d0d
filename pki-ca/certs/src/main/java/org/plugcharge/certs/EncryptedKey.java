package org.plugcharge.certs;

import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.bc.BcPEMDecryptorProvider;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

/**
 * A private key under a password as PEM, in the form OpenSSL and Python read without asking: PKCS#8
 * with PBES2, PBKDF2 on HMAC-SHA256, AES-128-CBC (RFC 8018).
 */
public final class EncryptedKey {

    private static final int ITERATIONS = 2_048;

    /** More would let a file keep a reader busy for minutes. */
    private static final int MAX_ITERATIONS = 1_000_000;

    private static final int KEY_BITS = 128;
    private static final int BLOCK_OCTETS = 16;
    private static final AlgorithmIdentifier PRF =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);

    private EncryptedKey() {}

    /** One PEM block ENCRYPTED PRIVATE KEY. */
    public static String pem(SoftwareKey key, String password, Entropy entropy) {
        Bytes salt = entropy.next(BLOCK_OCTETS);
        Bytes iv = entropy.next(BLOCK_OCTETS);
        PBES2Parameters parameters =
                new PBES2Parameters(
                        new KeyDerivationFunc(
                                PKCSObjectIdentifiers.id_PBKDF2,
                                new PBKDF2Params(salt.toArray(), ITERATIONS, PRF)),
                        new EncryptionScheme(
                                NISTObjectIdentifiers.id_aes128_CBC,
                                new DEROctetString(iv.toArray())));
        AlgorithmIdentifier scheme =
                new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBES2, parameters);
        try {
            Bytes secret = crypt(true, password, salt, ITERATIONS, iv, key.pkcs8());
            return Pem.of(
                    Pem.ENCRYPTED_PRIVATE_KEY,
                    Bytes.owning(
                            new EncryptedPrivateKeyInfo(scheme, secret.toArray())
                                    .getEncoded(ASN1Encoding.DER)));
        } catch (IOException | InvalidCipherTextException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Opens what {@link #pem} writes, and what OpenSSL writes in its other forms (EC PRIVATE KEY
     * and PRIVATE KEY, with or without password); {@link IllegalArgumentException} for anything
     * else and for a wrong password.
     */
    public static SoftwareKey open(String pem, String password) {
        return Pem.blocks(Pem.ENCRYPTED_PRIVATE_KEY, pem).stream()
                .findFirst()
                .map(der -> own(der, password))
                .orElseGet(() -> openssl(pem, password));
    }

    private static SoftwareKey openssl(String pem, String password) {
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            for (Object block = parser.readObject(); block != null; block = parser.readObject()) {
                PrivateKeyInfo info =
                        switch (block) {
                            case PEMEncryptedKeyPair sealed ->
                                    sealed.decryptKeyPair(
                                                    new BcPEMDecryptorProvider(
                                                            password.toCharArray()))
                                            .getPrivateKeyInfo();
                            case PEMKeyPair open -> open.getPrivateKeyInfo();
                            case PrivateKeyInfo open -> open;
                            default -> null; // the curve's parameters come before the key
                        };
                if (info != null) {
                    return SoftwareKey.ofPkcs8(Bytes.owning(info.getEncoded(ASN1Encoding.DER)));
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the key can't be opened, or not with this password: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("expected a private key in PEM");
    }

    private static SoftwareKey own(Bytes der, String password) {
        try {
            Der.check(der);
            EncryptedPrivateKeyInfo info = EncryptedPrivateKeyInfo.getInstance(der.toArray());
            PBES2Parameters parameters =
                    PBES2Parameters.getInstance(info.getEncryptionAlgorithm().getParameters());
            PBKDF2Params derivation =
                    PBKDF2Params.getInstance(parameters.getKeyDerivationFunc().getParameters());
            EncryptionScheme cipher = parameters.getEncryptionScheme();
            int iterations = derivation.getIterationCount().intValueExact();
            if (!cipher.getAlgorithm().equals(NISTObjectIdentifiers.id_aes128_CBC)
                    || !derivation.getPrf().getAlgorithm().equals(PRF.getAlgorithm())
                    || iterations > MAX_ITERATIONS) {
                throw new IllegalArgumentException(
                        "expected PBES2 with PBKDF2-HMAC-SHA256 and AES-128-CBC");
            }
            Bytes salt = Bytes.owning(derivation.getSalt());
            Bytes iv =
                    Bytes.owning(ASN1OctetString.getInstance(cipher.getParameters()).getOctets());
            Bytes secret = Bytes.owning(info.getEncryptedData());
            return SoftwareKey.ofPkcs8(crypt(false, password, salt, iterations, iv, secret));
        } catch (InvalidCipherTextException e) {
            throw new IllegalArgumentException("the password does not open the key", e);
        }
    }

    private static Bytes crypt(
            boolean encrypt, String password, Bytes salt, int iterations, Bytes iv, Bytes input)
            throws InvalidCipherTextException {
        PKCS5S2ParametersGenerator derivation = new PKCS5S2ParametersGenerator(new SHA256Digest());
        derivation.init(password.getBytes(StandardCharsets.UTF_8), salt.toArray(), iterations);
        CipherParameters key =
                new ParametersWithIV(derivation.generateDerivedParameters(KEY_BITS), iv.toArray());
        PaddedBufferedBlockCipher cipher =
                new PaddedBufferedBlockCipher(CBCBlockCipher.newInstance(AESEngine.newInstance()));
        cipher.init(encrypt, key);
        byte[] output = new byte[cipher.getOutputSize(input.length())];
        int length = cipher.processBytes(input.toArray(), 0, input.length(), output, 0);
        length += cipher.doFinal(output, length);
        return Bytes.of(output, 0, length);
    }
}
