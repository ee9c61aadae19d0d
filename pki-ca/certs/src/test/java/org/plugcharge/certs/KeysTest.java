package org.plugcharge.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.plugcharge.exi.Bytes;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

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

    @Test
    void theJdkVerifiesTheSame() throws GeneralSecurityException {
        Crypto jdk = Crypto.jdk();
        byte[] signature = KEY.signDer(SAMPLE).toArray();
        assertThat(jdk.verifies(jdk.publicKey(KEY.publicKey().spki()), SAMPLE, signature)).isTrue();
        assertThat(jdk.verifies(jdk.publicKey(KEY.publicKey().spki()), text("other"), signature))
                .isFalse();
        assertThat(jdk.provider().getName()).isEqualTo("SunEC");
        assertThat(Crypto.BEST.provider().getName()).isEqualTo("BC");
        assertThat(java.security.Security.getProvider("BC")).as("nothing is registered").isNull();
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
