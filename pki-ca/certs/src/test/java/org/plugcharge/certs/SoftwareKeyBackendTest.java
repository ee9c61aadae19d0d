package org.plugcharge.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.plugcharge.certs.KeyBackend.KeyId;
import org.plugcharge.certs.KeyBackend.UnknownKeyException;
import org.plugcharge.exi.Bytes;

import java.security.SecureRandom;

class SoftwareKeyBackendTest {

    private static final Entropy RANDOM = Entropy.system(new SecureRandom());
    private static final Bytes MESSAGE = Bytes.of((byte) 1, (byte) 2, (byte) 3);
    private static final KeyId ID = new KeyId("iso2.v2g-root");

    private final Bytes kek = RANDOM.next(32);
    private final SoftwareKeyBackend.Storage storage = SoftwareKeyBackend.Storage.inMemory();
    private final KeyBackend backend = new SoftwareKeyBackend(storage, kek, RANDOM, RANDOM);

    @Test
    void aKeySignsAndIsFoundAgain() {
        VerificationKey key = backend.generate(ID);
        assertThat(key.verifies(MESSAGE, backend.sign(ID, MESSAGE))).isTrue();
        assertThat(backend.signingKey(ID).publicKey()).isEqualTo(key);
        assertThat(key.verifiesDer(MESSAGE, backend.signingKey(ID).signDer(MESSAGE))).isTrue();
        KeyBackend restarted = new SoftwareKeyBackend(storage, kek, RANDOM, RANDOM);
        assertThat(restarted.publicKey(ID)).isEqualTo(key);
        assertThat(key.verifies(MESSAGE, restarted.sign(ID, MESSAGE))).isTrue();
    }

    @Test
    void idsAreTakenOnceAndUnknownOnesNamed() {
        backend.generate(ID);
        assertThatThrownBy(() -> backend.generate(ID)).hasMessageContaining("exists");
        backend.destroy(ID);
        assertThatThrownBy(() -> backend.sign(ID, MESSAGE)).isInstanceOf(UnknownKeyException.class);
        assertThatThrownBy(() -> backend.destroy(ID)).isInstanceOf(UnknownKeyException.class);
        assertThatThrownBy(() -> new KeyId("../x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void storedKeysAreSealedForTheirIdAndKek() {
        backend.generate(ID);
        Bytes sealed = storage.get(ID).orElseThrow();
        assertThat(sealed.length()).isEqualTo(60);
        KeyId other = new KeyId("iso2.mo-root");
        storage.put(other, sealed);
        assertThatThrownBy(() -> backend.sign(other, MESSAGE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not open");
        KeyBackend otherKek = new SoftwareKeyBackend(storage, RANDOM.next(32), RANDOM, RANDOM);
        assertThatThrownBy(() -> otherKek.sign(ID, MESSAGE))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSeedRepeatsTheKeys() {
        KeyBackend one =
                new SoftwareKeyBackend(
                        SoftwareKeyBackend.Storage.inMemory(),
                        kek,
                        Entropy.seeded(MESSAGE, "keys"),
                        RANDOM);
        KeyBackend two =
                new SoftwareKeyBackend(
                        SoftwareKeyBackend.Storage.inMemory(),
                        kek,
                        Entropy.seeded(MESSAGE, "keys"),
                        RANDOM);
        assertThat(one.generate(ID)).isEqualTo(two.generate(ID));
    }
}
