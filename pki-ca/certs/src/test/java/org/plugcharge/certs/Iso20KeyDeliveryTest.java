package org.plugcharge.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.util.Objects.requireNonNull;

import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plugcharge.certs.ContractKeyDelivery.DeliveryException;
import org.plugcharge.certs.ContractKeyDelivery.Sealed;
import org.plugcharge.certs.Iso20KeyDelivery.Binding;
import org.plugcharge.certs.Iso20KeyDelivery.Bond;
import org.plugcharge.certs.Iso20KeyDelivery.Form;
import org.plugcharge.certs.Iso20KeyDelivery.X448Point;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** [V2G20-2491] to [V2G20-2510]. */
class Iso20KeyDeliveryTest {

    private static final Bytes SEED = Bytes.fromHex("2020202020");
    private static final Bond BOND =
            new Bond(new Pcid("WPCTESTVEHICLE0019"), Bytes.fromHex("4f0e1d2c3b4a5968"));

    private final SoftwareKey vehicle = key("vehicle");
    private final SoftwareKey contract = key("contract");
    private final X448Key vehicleX448 = X448Key.generate(Entropy.seeded(SEED, "vehicle x448"));
    private final X448Key contractX448 = X448Key.generate(Entropy.seeded(SEED, "contract x448"));

    @ParameterizedTest
    @EnumSource(Binding.class)
    void whatIsSealedOpens(Binding binding) {
        Form form = new Form(binding, X448Point.BARE);
        Sealed sealed = seal(contract, form);
        assertThat(sealed.encryptedPrivateKey().length()).isEqualTo(94);
        assertThat(sealed.dhPublicKey().length()).isEqualTo(133);
        assertThat(
                        Iso20KeyDelivery.open(sealed, vehicle, BOND, form, contract.publicKey())
                                .scalar())
                .isEqualTo(contract.scalar());
    }

    @ParameterizedTest
    @EnumSource(X448Point.class)
    void whatIsSealedWithX448Opens(X448Point point) {
        Form form = new Form(Binding.STANDARD, point);
        Sealed sealed =
                Iso20KeyDelivery.sealX448(
                        contractX448, vehicleX448.publicKey(), BOND, form, random("x448"));
        assertThat(sealed.encryptedPrivateKey().length()).isEqualTo(84);
        assertThat(sealed.dhPublicKey().length()).isEqualTo(point == X448Point.BARE ? 56 : 133);
        assertThat(
                        Iso20KeyDelivery.openX448(
                                        sealed, vehicleX448, BOND, form, contractX448.publicKey())
                                .secret())
                .isEqualTo(contractX448.secret());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 40, 65})
    void shortScalarsArePadded(int zeros) {
        byte[] scalar = contract.scalar().toArray();
        Arrays.fill(scalar, 0, zeros, (byte) 0);
        SoftwareKey shortKey = SoftwareKey.of(KeyType.P521, Bytes.owning(scalar));
        Sealed sealed = seal(shortKey, Form.TEXT);
        assertThat(sealed.encryptedPrivateKey().length()).isEqualTo(94);
        assertThat(
                        Iso20KeyDelivery.open(
                                        sealed, vehicle, BOND, Form.TEXT, shortKey.publicKey())
                                .scalar())
                .isEqualTo(shortKey.scalar());
    }

    /** Built a second time from the JDK's own parts: agreement, hash, cipher. */
    @Test
    void theJdkOpensTheSame() throws Exception {
        Sealed sealed = seal(contract, Form.TEXT);
        KeyFactory keys = KeyFactory.getInstance("EC");
        VerificationKey point = VerificationKey.of(KeyType.P521, sealed.dhPublicKey());
        byte[] z =
                agree(
                        "ECDH",
                        keys.generatePrivate(new PKCS8EncodedKeySpec(vehicle.pkcs8().toArray())),
                        keys.generatePublic(new X509EncodedKeySpec(point.spki().toArray())));
        assertThat(z).hasSize(66);
        assertThat(jdkOpen(z, sealed)).isEqualTo(contract.scalar());

        Sealed x448 =
                Iso20KeyDelivery.sealX448(
                        contractX448, vehicleX448.publicKey(), BOND, Form.TEXT, random("jdk"));
        KeyFactory xdh = KeyFactory.getInstance("X448");
        AlgorithmIdentifier id = new AlgorithmIdentifier(EdECObjectIdentifiers.id_X448);
        byte[] own =
                new PrivateKeyInfo(
                                id,
                                new org.bouncycastle.asn1.DEROctetString(
                                        vehicleX448.secret().toArray()))
                        .getEncoded();
        byte[] open = new SubjectPublicKeyInfo(id, x448.dhPublicKey().toArray()).getEncoded();
        assertThat(
                        jdkOpen(
                                agree(
                                        "X448",
                                        xdh.generatePrivate(new PKCS8EncodedKeySpec(own)),
                                        xdh.generatePublic(new X509EncodedKeySpec(open))),
                                x448))
                .isEqualTo(contractX448.secret());
    }

    private static byte[] agree(String algorithm, PrivateKey own, PublicKey other)
            throws Exception {
        KeyAgreement agreement = KeyAgreement.getInstance(algorithm);
        agreement.init(own);
        agreement.doPhase(other, true);
        return agreement.generateSecret();
    }

    private static Bytes jdkOpen(byte[] z, Sealed sealed) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-512");
        digest.update(new byte[] {0, 0, 0, 1});
        digest.update(z);
        digest.update(new byte[] {1, 'U', 'V'});
        byte[] field = sealed.encryptedPrivateKey().toArray();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(Arrays.copyOf(digest.digest(), 32), "AES"),
                new GCMParameterSpec(128, field, 0, 12));
        cipher.updateAAD("WPCTESTVEHICLE00194F0E1D2C3B4A5968".getBytes(StandardCharsets.US_ASCII));
        return Bytes.owning(cipher.doFinal(field, 12, field.length - 12));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Sealed sealed = seal(contract, Form.TEXT);
        refused(new Sealed(sealed.encryptedPrivateKey().slice(0, 93), sealed.dhPublicKey()), "94");
        refused(new Sealed(sealed.encryptedPrivateKey().plus(SEED), sealed.dhPublicKey()), "94");
        refused(new Sealed(sealed.encryptedPrivateKey(), Bytes.EMPTY), "a point on P-521");
        byte[] offCurve = sealed.dhPublicKey().toArray();
        offCurve[132] ^= 1;
        refused(new Sealed(sealed.encryptedPrivateKey(), Bytes.of(offCurve)), "a point on P-521");
        refused(
                new Sealed(sealed.encryptedPrivateKey(), key("x").publicKey().keyBits()),
                "does not open");
        for (int i = 0; i < 94; i++) {
            byte[] changed = sealed.encryptedPrivateKey().toArray();
            changed[i] ^= 1;
            refused(new Sealed(Bytes.owning(changed), sealed.dhPublicKey()), "does not open");
        }
        Sealed otherKey = seal(key("other"), Form.TEXT);
        refused(otherKey, "does not belong to the contract certificate");
    }

    /** The bond is what makes a bundle worthless in another car. */
    @Test
    void anotherVehicleContractOrFormDoesNotOpen() {
        Sealed sealed = seal(contract, Form.TEXT);
        Bond otherCar = new Bond(new Pcid("WPCTESTVEHICLE0029"), BOND.subjectKeyIdentifier());
        Bond otherContract = new Bond(BOND.pcid(), Bytes.fromHex("4f0e1d2c3b4a5969"));
        for (Bond other : new Bond[] {otherCar, otherContract}) {
            assertThatThrownBy(() ->
                            Iso20KeyDelivery.open(
                                    sealed, vehicle, other, Form.TEXT, contract.publicKey()))
                    .isInstanceOf(DeliveryException.class)
                    .hasMessageContaining("another vehicle");
        }
        Form bare = new Form(Binding.BARE, X448Point.BARE);
        assertThatThrownBy(() ->
                        Iso20KeyDelivery.open(sealed, vehicle, BOND, bare, contract.publicKey()))
                .isInstanceOf(DeliveryException.class);
        assertThatThrownBy(() -> new Bond(new Pcid("WPCTESTVEHICLE001"), SEED.plus(SEED)))
                .hasMessageContaining("18 characters");
        assertThatThrownBy(() -> new Bond(BOND.pcid(), SEED)).hasMessageContaining("8 octets");
    }

    /** The 7 bits above the field are zero: a receiver refuses others even if the tag is right. */
    @Test
    void topBitsAreRefused() {
        byte[] scalar = contract.scalar().toArray();
        scalar[0] |= (byte) 0x80;
        assertThatThrownBy(() -> SoftwareKey.of(KeyType.P521, Bytes.owning(scalar)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void x448RefusesSmallOrderAndOtherKeys() {
        Sealed sealed =
                Iso20KeyDelivery.sealX448(
                        contractX448, vehicleX448.publicKey(), BOND, Form.TEXT, random("x448"));
        Sealed zero = new Sealed(sealed.encryptedPrivateKey(), Bytes.owning(new byte[56]));
        assertThatThrownBy(() -> openX448(zero, contractX448))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining("small order");
        assertThatThrownBy(() -> openX448(sealed, vehicleX448))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining("does not belong");
        Sealed longPoint = new Sealed(sealed.encryptedPrivateKey(), Bytes.owning(new byte[133]));
        assertThatThrownBy(() -> openX448(longPoint, contractX448))
                .isInstanceOf(DeliveryException.class);
    }

    private X448Key openX448(Sealed sealed, X448Key expected) {
        return Iso20KeyDelivery.openX448(
                sealed, vehicleX448, BOND, Form.TEXT, expected.publicKey());
    }

    /** Our own vectors, shipped in the jar for others to test against. */
    @Test
    void vectors() throws IOException {
        try (InputStream file =
                requireNonNull(
                        Iso20KeyDelivery.class.getResourceAsStream("key-delivery-vectors.txt"))) {
            String published = new String(file.readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(published.lines().filter(line -> !line.startsWith("#")).toList())
                    .isEqualTo(made().lines().toList());
        }
    }

    private String made() {
        StringBuilder text = new StringBuilder();
        for (Binding binding : Binding.values()) {
            Form form = new Form(binding, X448Point.BARE);
            Sealed p521 = seal(contract, form);
            Sealed x448 =
                    Iso20KeyDelivery.sealX448(
                            contractX448,
                            vehicleX448.publicKey(),
                            BOND,
                            form,
                            random("sealing x448"));
            block(text, "P-521 " + binding, vehicle.scalar(), contract.scalar(), p521);
            block(text, "X448 " + binding, vehicleX448.secret(), contractX448.secret(), x448);
        }
        SoftwareKey vehicle2 = SoftwareKey.generate(Entropy.seeded(SEED, "vehicle 2"));
        SoftwareKey contract2 = SoftwareKey.generate(Entropy.seeded(SEED, "contract 2"));
        Sealed iso2 =
                ContractKeyDelivery.seal(contract2, vehicle2.publicKey(), random("sealing 2"));
        block(text, "P-256 ISO 15118-2", vehicle2.scalar(), contract2.scalar(), iso2);
        return text.toString();
    }

    private static void block(
            StringBuilder text, String title, Bytes receiver, Bytes contract, Sealed sealed) {
        text.append("[").append(title).append("]\n");
        if (!title.startsWith("P-256")) {
            text.append("pcid = ").append(BOND.pcid()).append('\n');
            text.append("ski = ").append(BOND.subjectKeyIdentifier().toHex()).append('\n');
        }
        text.append("receiver-private = ").append(receiver.toHex()).append('\n');
        text.append("contract-private = ").append(contract.toHex()).append('\n');
        text.append("dh-public-key = ").append(sealed.dhPublicKey().toHex()).append('\n');
        text.append("encrypted-private-key = ")
                .append(sealed.encryptedPrivateKey().toHex())
                .append("\n\n");
    }

    private void refused(Sealed sealed, String why) {
        assertThatThrownBy(() ->
                        Iso20KeyDelivery.open(
                                sealed, vehicle, BOND, Form.TEXT, contract.publicKey()))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining(why);
    }

    private Sealed seal(SoftwareKey key, Form form) {
        return Iso20KeyDelivery.seal(key, vehicle.publicKey(), BOND, form, random("sealing"));
    }

    private static Entropy random(String purpose) {
        return Entropy.seeded(SEED, purpose);
    }

    private static SoftwareKey key(String purpose) {
        return SoftwareKey.generate(KeyType.P521, Entropy.seeded(SEED, purpose));
    }
}
