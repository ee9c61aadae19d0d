package org.plugcharge.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.plugcharge.exi.Bytes;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Amazon, else Bouncy Castle, else the JDK; and whichever it is, the answers are the same. */
class CryptoTest {

    private static final Bytes MESSAGE = Bytes.of((byte) 1, (byte) 5, (byte) 1, (byte) 1, (byte) 8);

    @Test
    void theNativeProviderIsTakenWhereItLoads() {
        assumeTrue(
                Crypto.amazon().isPresent(),
                "skipped: no native library of Amazon's provider for this machine");
        assertThat(Crypto.BEST.provider().getName()).isEqualTo("AmazonCorrettoCryptoProvider");
    }

    @Test
    void withoutItBouncyCastleIsTakenAndWithoutBothTheJdk() {
        assertThat(
                        Crypto.first(
                                        List.of(
                                                Optional::empty,
                                                () -> Optional.of(Crypto.bouncyCastle())))
                                .provider()
                                .getName())
                .isEqualTo("BC");
        assertThat(
                        Crypto.first(
                                        List.of(
                                                Optional::empty,
                                                Optional::empty,
                                                () -> Optional.of(Crypto.jdk())))
                                .provider()
                                .getName())
                .isEqualTo("SunEC");
    }

    @Test
    void aProviderThatCannotDoTheWorkIsPassedOver() {
        Crypto lame = new Crypto(new Provider("lame", "1", "knows nothing") {});
        assertThat(
                        Crypto.first(
                                List.of(
                                        () -> Optional.of(lame),
                                        () -> Optional.of(Crypto.bouncyCastle()))))
                .isEqualTo(Crypto.bouncyCastle());
        assertThatThrownBy(() -> Crypto.first(List.of(() -> Optional.of(lame))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatOneSignsAllVerify() throws GeneralSecurityException {
        List<Crypto> all = new ArrayList<>(List.of(Crypto.bouncyCastle(), Crypto.jdk()));
        Crypto.amazon().ifPresent(all::add);
        for (KeyType type : KeyType.values()) {
            SoftwareKey key = SoftwareKey.generate(type, Entropy.seeded(MESSAGE, type.name()));
            for (Crypto signer : all) {
                for (Crypto verifier : all) {
                    if (type == KeyType.ED448 && (isAmazon(signer) || isAmazon(verifier))) {
                        continue;
                    }
                    Bytes signature =
                            signer.sign(type, signer.privateKey(type, key.pkcs8()), MESSAGE);
                    var open = verifier.publicKey(type, key.publicKey().spki());
                    assertThat(verifier.verifies(type, open, MESSAGE, signature)).isTrue();
                    assertThat(verifier.verifies(type, open, signature, signature)).isFalse();
                    assertThat(verifier.verifies(type, open, MESSAGE, MESSAGE)).isFalse();
                }
            }
        }
    }

    @Test
    void nothingIsRegistered() {
        assertThat(Crypto.best(KeyType.ED448)).isEqualTo(Crypto.bouncyCastle());
        assertThat(java.security.Security.getProvider("BC")).isNull();
        assertThat(java.security.Security.getProvider("AmazonCorrettoCryptoProvider")).isNull();
    }

    private static boolean isAmazon(Crypto crypto) {
        return crypto.provider().getName().startsWith("Amazon");
    }
}
