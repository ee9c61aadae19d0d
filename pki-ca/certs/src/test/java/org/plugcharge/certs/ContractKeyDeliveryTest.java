package org.plugcharge.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plugcharge.certs.ContractKeyDelivery.DeliveryException;
import org.plugcharge.certs.ContractKeyDelivery.Sealed;
import org.plugcharge.exi.Bytes;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

class ContractKeyDeliveryTest {

    private static final Bytes SEED = Bytes.fromHex("0102030405060708");
    private final SoftwareKey vehicle = SoftwareKey.generate(Entropy.seeded(SEED, "vehicle"));
    private final SoftwareKey contract = SoftwareKey.generate(Entropy.seeded(SEED, "contract"));
    private final Entropy entropy = Entropy.seeded(SEED, "sealing");

    @Test
    void whatIsSealedOpens() {
        Sealed sealed = ContractKeyDelivery.seal(contract, vehicle.publicKey(), entropy);
        assertThat(sealed.encryptedPrivateKey().length()).isEqualTo(48);
        assertThat(sealed.dhPublicKey().length()).isEqualTo(65);
        assertThat(ContractKeyDelivery.open(sealed, vehicle, contract.publicKey()).scalar())
                .isEqualTo(contract.scalar());
    }

    /** One scalar in 256 has a leading zero octet; RISE-V2G throws on those. */
    @ParameterizedTest
    @ValueSource(ints = {1, 8, 17, 31})
    void shortScalarsArePadded(int zeros) {
        byte[] scalar = contract.scalar().toArray();
        Arrays.fill(scalar, 0, zeros, (byte) 0);
        SoftwareKey shortKey = SoftwareKey.ofScalar(Bytes.owning(scalar));
        Sealed sealed = ContractKeyDelivery.seal(shortKey, vehicle.publicKey(), entropy);
        assertThat(ContractKeyDelivery.open(sealed, vehicle, shortKey.publicKey()).scalar())
                .isEqualTo(shortKey.scalar());
    }

    /**
     * The shared secret may start with zeros as well; the JDK's agreement pads it, and so must we.
     */
    @Test
    void shortSharedSecretsArePadded() throws GeneralSecurityException {
        boolean found = false;
        for (int i = 0; i < 2_000 && !found; i++) {
            SoftwareKey other = SoftwareKey.generate(Entropy.seeded(SEED, "short" + i));
            byte[] z = jdkAgreement(other, vehicle.publicKey());
            if (z[0] == 0) {
                found = true;
                Sealed sealed = jdkSeal(contract, other, z, SEED.plus(SEED));
                assertThat(ContractKeyDelivery.open(sealed, vehicle, contract.publicKey()).scalar())
                        .isEqualTo(contract.scalar());
            }
        }
        assertThat(found).isTrue();
    }

    /** Built a second time from the JDK's own parts. */
    @Test
    void theJdkOpensTheSame() throws GeneralSecurityException {
        Sealed sealed = ContractKeyDelivery.seal(contract, vehicle.publicKey(), entropy);
        byte[] z = jdkAgreement(vehicle, VerificationKey.ofPoint(sealed.dhPublicKey()));
        Cipher cipher =
                jdkCipher(Cipher.DECRYPT_MODE, z, sealed.encryptedPrivateKey().slice(0, 16));
        assertThat(
                        Bytes.owning(
                                cipher.doFinal(
                                        sealed.encryptedPrivateKey().slice(16, 48).toArray())))
                .isEqualTo(contract.scalar());
    }

    /** Our own vector, for others to test against; the PyPI package iso15118 0.31.2 opens it. */
    @Test
    void vector() {
        SoftwareKey receiver =
                SoftwareKey.ofScalar(
                        Bytes.fromHex(
                                "c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721"));
        SoftwareKey delivered =
                SoftwareKey.ofScalar(
                        Bytes.fromHex(
                                "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"));
        Sealed sealed =
                ContractKeyDelivery.seal(
                        delivered, receiver.publicKey(), Entropy.seeded(SEED, "vector"));
        assertThat(sealed.dhPublicKey().toHex()).isEqualTo(VECTOR_POINT);
        assertThat(sealed.encryptedPrivateKey().toHex()).isEqualTo(VECTOR_SEALED);
        Sealed published = new Sealed(Bytes.fromHex(VECTOR_SEALED), Bytes.fromHex(VECTOR_POINT));
        assertThat(ContractKeyDelivery.open(published, receiver, delivered.publicKey()).scalar())
                .isEqualTo(delivered.scalar());
    }

    private static final String VECTOR_POINT =
            "0474093830a32caf3a5cdaf7c502ff6b789346bb1b76fc09c05951637848fc2d"
                    + "768483bfac24fe6ca506c9c2ff71df42fd9c03e57ee60ffbe759e434fc7fff3bf8";
    private static final String VECTOR_SEALED =
            "4251f7e08c17f199002f8e569fda2d707f8c45ce78eb1cfa999fa15e732c1d92"
                    + "e433f3b720fda538249dbdd9da330d05";

    @Test
    void whatDoesNotFitIsRefused() {
        Sealed sealed = ContractKeyDelivery.seal(contract, vehicle.publicKey(), entropy);
        refused(
                new Sealed(sealed.encryptedPrivateKey().slice(0, 47), sealed.dhPublicKey()),
                "48 octets");
        refused(
                new Sealed(sealed.encryptedPrivateKey().plus(SEED), sealed.dhPublicKey()),
                "48 octets");
        refused(new Sealed(Bytes.EMPTY, sealed.dhPublicKey()), "48 octets");
        refused(new Sealed(sealed.encryptedPrivateKey(), Bytes.EMPTY), "a point on P-256");
        refused(
                new Sealed(sealed.encryptedPrivateKey(), sealed.dhPublicKey().slice(0, 64)),
                "a point on P-256");
        byte[] offCurve = sealed.dhPublicKey().toArray();
        offCurve[64] ^= 1;
        refused(new Sealed(sealed.encryptedPrivateKey(), Bytes.of(offCurve)), "a point on P-256");
        for (int i = 0; i < 48; i++) {
            byte[] changed = sealed.encryptedPrivateKey().toArray();
            changed[i] ^= 1;
            assertThatThrownBy(() ->
                            ContractKeyDelivery.open(
                                    new Sealed(Bytes.owning(changed), sealed.dhPublicKey()),
                                    vehicle,
                                    contract.publicKey()))
                    .isInstanceOf(DeliveryException.class);
        }
    }

    /**
     * Points that an implementation may take by mistake, and could lose the receiver's key by:
     * infinity, both compressed forms, both hybrid forms, coordinates that are zero, the field's
     * prime or more, and points of the curve's twist.
     */
    @Test
    void pointsThatAreNoneAreRefused() {
        Sealed sealed = ContractKeyDelivery.seal(contract, vehicle.publicKey(), entropy);
        Bytes x = sealed.dhPublicKey().slice(1, 33);
        Bytes y = sealed.dhPublicKey().slice(33, 65);
        BigInteger prime =
                BigInteger.TWO
                        .pow(256)
                        .subtract(BigInteger.TWO.pow(224))
                        .add(BigInteger.TWO.pow(192))
                        .add(BigInteger.TWO.pow(96))
                        .subtract(BigInteger.ONE);
        List<Bytes> points = new ArrayList<>(List.of(Bytes.fromHex("00")));
        for (String form : List.of("02", "03")) {
            points.add(Bytes.fromHex(form).plus(x));
        }
        for (String form : List.of("00", "05", "06", "07")) {
            points.add(Bytes.fromHex(form).plus(x).plus(y));
        }
        for (BigInteger edge :
                List.of(
                        BigInteger.ZERO,
                        prime,
                        prime.add(BigInteger.ONE),
                        BigInteger.TWO.pow(256).subtract(BigInteger.ONE))) {
            points.add(point(octets(edge), y));
            points.add(point(x, octets(edge)));
            points.add(point(octets(edge), octets(edge)));
        }
        for (long twisted = 1; twisted < 40; twisted++) {
            points.add(point(octets(BigInteger.valueOf(twisted)), y));
        }
        for (Bytes point : points) {
            refused(new Sealed(sealed.encryptedPrivateKey(), point), "a point on P-256");
        }
    }

    private static Bytes point(Bytes x, Bytes y) {
        return Bytes.fromHex("04").plus(x).plus(y);
    }

    private static Bytes octets(BigInteger number) {
        return Bytes.fromHex("%064x".formatted(number));
    }

    /** A scalar of zero, of the group's order or more is no key, even if it was sealed well. */
    @Test
    void scalarsThatAreNoneAreRefused() throws GeneralSecurityException {
        SoftwareKey ephemeral = SoftwareKey.generate(entropy);
        byte[] shared = jdkAgreement(ephemeral, vehicle.publicKey());
        Bytes iv = entropy.next(16);
        for (String scalar :
                List.of(
                        "00".repeat(32),
                        "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551",
                        "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632552",
                        "ff".repeat(32))) {
            Cipher cipher = jdkCipher(Cipher.ENCRYPT_MODE, shared, iv);
            Bytes coded = Bytes.owning(cipher.doFinal(Bytes.fromHex(scalar).toArray()));
            refused(new Sealed(iv.plus(coded), ephemeral.publicKey().keyBits()), "no P-256 scalar");
        }
    }

    @Test
    void aKeyOfAnotherCertificateOrForAnotherCarIsRefused() {
        Sealed sealed = ContractKeyDelivery.seal(contract, vehicle.publicKey(), entropy);
        assertThatThrownBy(() -> ContractKeyDelivery.open(sealed, vehicle, vehicle.publicKey()))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining("does not belong");
        assertThatThrownBy(() -> ContractKeyDelivery.open(sealed, contract, contract.publicKey()))
                .isInstanceOf(DeliveryException.class);
    }

    private void refused(Sealed sealed, String message) {
        assertThatThrownBy(() -> ContractKeyDelivery.open(sealed, vehicle, contract.publicKey()))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining(message);
    }

    private static byte[] jdkAgreement(SoftwareKey own, VerificationKey other)
            throws GeneralSecurityException {
        KeyFactory keys = KeyFactory.getInstance("EC", "SunEC");
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH", "SunEC");
        agreement.init(keys.generatePrivate(new PKCS8EncodedKeySpec(own.pkcs8().toArray())));
        agreement.doPhase(
                keys.generatePublic(new X509EncodedKeySpec(other.spki().toArray())), true);
        return agreement.generateSecret();
    }

    private static Sealed jdkSeal(SoftwareKey key, SoftwareKey ephemeral, byte[] z, Bytes iv)
            throws GeneralSecurityException {
        Cipher cipher = jdkCipher(Cipher.ENCRYPT_MODE, z, iv);
        return new Sealed(
                iv.plus(Bytes.owning(cipher.doFinal(key.scalar().toArray()))),
                ephemeral.publicKey().keyBits());
    }

    private static Cipher jdkCipher(int mode, byte[] z, Bytes iv) throws GeneralSecurityException {
        assertThat(new BigInteger(1, z).signum()).isEqualTo(1);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(new byte[] {0, 0, 0, 1});
        digest.update(z);
        digest.update(new byte[] {1, 'U', 'V'});
        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(
                mode,
                new SecretKeySpec(Arrays.copyOf(digest.digest(), 16), "AES"),
                new IvParameterSpec(iv.toArray()));
        return cipher;
    }
}
