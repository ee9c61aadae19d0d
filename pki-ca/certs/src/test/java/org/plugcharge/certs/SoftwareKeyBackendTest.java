package org.plugcharge.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.plugcharge.certs.KeyBackend.KeyId;
import org.plugcharge.exi.Bytes;

import java.security.SecureRandom;
import java.util.Set;

class SoftwareKeyBackendTest extends KeyBackendContract {

    private static final Entropy RANDOM = Entropy.system(new SecureRandom());
    private static final Bytes MESSAGE = Bytes.of((byte) 1, (byte) 2, (byte) 3);
    private static final KeyId ID = new KeyId("iso2.v2g-root");

    private final Bytes kek = RANDOM.next(32);
    private final SoftwareKeyBackend.Storage storage = SoftwareKeyBackend.Storage.inMemory();
    private final KeyBackend backend = new SoftwareKeyBackend(storage, kek, RANDOM, RANDOM);

    @Override
    protected KeyBackend backend() {
        return backend;
    }

    @Override
    protected KeyBackend restarted() {
        return new SoftwareKeyBackend(storage, kek, RANDOM, RANDOM);
    }

    @Override
    protected Set<KeyType> types() {
        return Set.of(KeyType.values());
    }

    @Test
    void idsHaveAForm() {
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
