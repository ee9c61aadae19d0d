package org.plugcharge.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.plugcharge.exi.Bytes;

import java.time.Instant;

class CertificateTest {

    private static final TestPki PKI = TestPki.create(7, Instant.parse("2026-11-21T12:00:00Z"));

    @Test
    void everyTruncationIsRefused() {
        Bytes der = PKI.certificate(Iso2Profile.CONTRACT_LEAF).der();
        for (int length = 0; length < der.length(); length++) {
            Bytes cut = der.slice(0, length);
            assertThatThrownBy(() -> Certificate.parse(cut))
                    .isInstanceOf(MalformedCertificateException.class);
        }
    }

    @Test
    void everyFlippedOctetIsRefusedOrBreaksTheSignature() {
        Certificate good = PKI.certificate(Iso2Profile.CONTRACT_LEAF);
        VerificationKey issuer = PKI.key(Iso2Profile.MO_SUB_CA_2).publicKey();
        for (int i = 0; i < good.der().length(); i++) {
            byte[] changed = good.der().toArray();
            changed[i] ^= 0x55;
            try {
                assertThat(Certificate.parse(Bytes.owning(changed)).isSignedBy(issuer)).isFalse();
            } catch (MalformedCertificateException e) {
                assertThat(e).hasMessageContaining("certificate");
            }
        }
    }

    @Test
    void octetsBeforeBehindAndAround() {
        Bytes der = PKI.certificate(Iso2Profile.CONTRACT_LEAF).der();
        for (Bytes wrong :
                new Bytes[] {
                    Bytes.EMPTY,
                    der.plus(Bytes.of((byte) 0)),
                    Bytes.owning(new byte[10_001]),
                    Bytes.fromHex("3080")
                }) {
            assertThatThrownBy(() -> Certificate.parse(wrong))
                    .isInstanceOf(MalformedCertificateException.class);
        }
    }

    /** A parser that recurses would run out of stack. */
    @Test
    void deepNestingIsRefused() {
        byte[] deep = new byte[9_996];
        int at = 0;
        while (at < deep.length) {
            int rest = deep.length - at - 4;
            deep[at++] = 0x30;
            deep[at++] = (byte) 0x82;
            deep[at++] = (byte) (rest >> 8);
            deep[at++] = (byte) rest;
        }
        assertThatThrownBy(() -> Certificate.parse(Bytes.owning(deep)))
                .isInstanceOf(MalformedCertificateException.class)
                .hasMessageContaining("nested deeper");
    }
}
