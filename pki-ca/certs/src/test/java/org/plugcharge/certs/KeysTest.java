package org.plugcharge.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plugcharge.exi.Bytes;

import java.nio.charset.StandardCharsets;

class KeysTest {

    private static final Bytes SAMPLE = text("sample");
    private static final SoftwareKey KEY =
            SoftwareKey.generate(Entropy.seeded(text("seed"), "key"));

    /** RFC 6979 appendix A.2.5: P-256, SHA-256, message "sample". */
    @Test
    void signaturesAreThoseOfRfc6979() {
        SoftwareKey key =
                SoftwareKey.ofScalar(
                        Bytes.fromHex(
                                "c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721"));
        assertThat(key.sign(SAMPLE))
                .isEqualTo(
                        Bytes.fromHex(
                                "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
                                    + "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8"));
        assertThat(key.publicKey().point().orElseThrow().toHex())
                .startsWith("0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6");
    }

    @Test
    void signaturesVerifyInBothForms() {
        Bytes raw = KEY.sign(SAMPLE);
        assertThat(KEY.publicKey().verifies(SAMPLE, raw)).isTrue();
        assertThat(KEY.publicKey().verifies(text("other"), raw)).isFalse();
        assertThat(KEY.publicKey().verifies(SAMPLE, raw.slice(0, 63))).isFalse();
        assertThat(KEY.publicKey().verifies(SAMPLE, Bytes.owning(new byte[64]))).isFalse();
        assertThat(EcdsaSignature.toRaw(EcdsaSignature.toDer(raw))).isEqualTo(raw);
        assertThat(KEY.publicKey().verifiesDer(SAMPLE, KEY.signDer(SAMPLE))).isTrue();
        assertThat(KEY.publicKey().verifiesDer(SAMPLE, text("no signature"))).isFalse();
    }

    /** RFC 6979 appendix A.2.7: P-521, SHA-512, message "sample". */
    @Test
    void signaturesOnP521AreThoseOfRfc6979() {
        SoftwareKey key =
                SoftwareKey.of(
                        KeyType.P521,
                        Bytes.fromHex(
                                "00fad06daa62ba3b25d2fb40133da757205de67f5bb0018fee8c86e1b68c7e75ca"
                                    + "a896eb32f1f47c70855836a6d16fcc1466f6d8fbec67db89ec0c08b0e996b83538"));
        assertThat(key.sign(SAMPLE))
                .isEqualTo(
                        Bytes.fromHex(
                                "00c328fafcbd79dd77850370c46325d987cb525569fb63c5d3bc53950e6d4c5f17"
                                    + "4e25a1ee9017b5d450606add152b534931d7d4e8455cc91f9b15bf05ec36e377fa"
                                    + "00617cce7cf5064806c467f678d3b4080d6f1cc50af26ca209417308281b68af28"
                                    + "2623eaa63e5b5c0723d8b8c37ff0777b1a20f8ccb1dccc43997f1ee0e44da4a67a"));
    }

    /** RFC 8032 section 7.4, the blank message. */
    @Test
    void signaturesOfEd448AreThoseOfRfc8032() {
        SoftwareKey key =
                SoftwareKey.of(
                        KeyType.ED448,
                        Bytes.fromHex(
                                "6c82a562cb808d10d632be89c8513ebf6c929f34ddfa8c9f63c9960ef6e348a352"
                                        + "8c8a3fcc2f044e39a3fc5b94492f8f032e7549a20098f95b"));
        assertThat(key.publicKey().keyBits().toHex())
                .isEqualTo(
                        "5fd7449b59b461fd2ce787ec616ad46a1da1342485a70e1f8a0ea75d80e96778ed"
                                + "f124769b46c7061bd6783df1e50f6cd1fa1abeafe8256180");
        assertThat(key.sign(Bytes.EMPTY).toHex())
                .isEqualTo(
                        "533a37f6bbe457251f023c0d88f976ae2dfb504a843e34d2074fd823d41a591f2b"
                            + "233f034f628281f2fd7a22ddd47d7828c59bd0a21bfd3980ff0d2028d4b18a9df6"
                            + "3e006c5d1c2d345b925d8dc00b4104852db99ac5c7cdda8530a113a0f4dbb61149"
                            + "f05a7363268c71d95808ff2e652600");
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void everyKindOfKeySignsAndSurvives(KeyType type) {
        SoftwareKey key = SoftwareKey.generate(type, Entropy.seeded(text("seed"), type.name()));
        VerificationKey open = key.publicKey();
        assertThat(open.type()).hasValue(type);
        assertThat(open.keyBits().length()).isEqualTo(type.publicOctets());
        Bytes raw = key.sign(SAMPLE);
        assertThat(raw.length()).isEqualTo(type.signatureOctets());
        assertThat(key.sign(SAMPLE)).isEqualTo(raw);
        assertThat(open.verifies(SAMPLE, raw)).isTrue();
        assertThat(open.verifies(text("other"), raw)).isFalse();
        assertThat(open.verifies(SAMPLE, raw.slice(1, raw.length()))).isFalse();
        assertThat(open.verifies(SAMPLE, Bytes.owning(new byte[raw.length()]))).isFalse();
        assertThat(EcdsaSignature.toRaw(key.signDer(SAMPLE), type)).isEqualTo(raw);
        assertThat(key.signDer(SAMPLE).length())
                .isLessThanOrEqualTo(type.maxEncodedSignatureOctets());
        assertThat(SoftwareKey.ofPkcs8(key.pkcs8()).publicKey()).isEqualTo(open);
        assertThat(VerificationKey.of(open.spki())).isEqualTo(open);
        String pem = EncryptedKey.pem(key, "12345", Entropy.seeded(text("seed"), "file"));
        assertThat(EncryptedKey.open(pem, "12345").scalar()).isEqualTo(key.scalar());
        CertificateRequest request = CertificateRequest.create(Subject.named("X"), key);
        assertThat(CertificateRequest.parse(request.der()).key()).isEqualTo(open);
    }

    @Test
    void keysSurvivePkcs8AndPem() {
        assertThat(SoftwareKey.ofPkcs8(KEY.pkcs8()).scalar()).isEqualTo(KEY.scalar());
        String pem = EncryptedKey.pem(KEY, "12345", Entropy.seeded(text("seed"), "file"));
        assertThat(EncryptedKey.open(pem, "12345").scalar()).isEqualTo(KEY.scalar());
        assertThatThrownBy(() -> EncryptedKey.open(pem, "54321"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EncryptedKey.open("", "12345"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(KEY.toString()).doesNotContain(KEY.scalar().toHex());
    }

    @Test
    void pointsOffTheCurveAndScalarsOutOfRangeAreRefused() {
        byte[] point = KEY.publicKey().point().orElseThrow().toArray();
        point[64] ^= 1;
        assertThatThrownBy(() -> VerificationKey.ofPoint(Bytes.of(point)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> VerificationKey.ofPoint(Bytes.owning(new byte[65])))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SoftwareKey.ofScalar(Bytes.owning(new byte[32])))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        SoftwareKey.ofScalar(
                                Bytes.fromHex(
                                        "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void requestsProvePossession() {
        CertificateRequest request =
                CertificateRequest.create(Subject.named("SECC1").of("plugcharge"), KEY);
        CertificateRequest read = CertificateRequest.parsePem(request.pem());
        assertThat(read).isEqualTo(request);
        assertThat(read.commonName()).hasValue("SECC1");
        assertThat(read.organization()).hasValue("plugcharge");
        assertThat(read.key()).isEqualTo(KEY.publicKey());
        byte[] der = request.der().toArray();
        for (int i = 0; i < der.length; i++) {
            byte[] changed = der.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> CertificateRequest.parse(Bytes.owning(changed)))
                    .as("octet %d changed", i)
                    .isInstanceOf(MalformedCertificateException.class);
        }
    }

    private static Bytes text(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.US_ASCII));
    }
}
