package org.plugcharge.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.plugcharge.certs.KeyBackend.KeyId;
import org.plugcharge.certs.KeyBackend.UnknownKeyException;
import org.plugcharge.exi.Bytes;

import java.time.Instant;
import java.util.Set;

/** What every key backend keeps to; each has a subclass. */
public abstract class KeyBackendContract {

    private static final Bytes MESSAGE = Bytes.of((byte) 1, (byte) 2, (byte) 3);

    /** The one under test, with no key of the ids used here. */
    protected abstract KeyBackend backend();

    /** Another one over the same keys, as after a restart. */
    protected abstract KeyBackend restarted();

    /** The kinds of key it has. */
    protected abstract Set<KeyType> types();

    /** Ids are the test's own, where others may use the same token or vault. */
    protected static KeyId id(String name) {
        return new KeyId("contract." + name + "-" + ProcessHandle.current().pid());
    }

    @Test
    void aKeyOfEveryKindSignsAndIsFoundAgain() {
        assertThat(backend().keyTypes()).isEqualTo(types());
        for (KeyType type : types()) {
            KeyId id = id("signs-" + type.signatureOctets());
            VerificationKey key = backend().generate(id, type);
            assertThat(key.type()).hasValue(type);
            assertThat(backend().publicKey(id)).isEqualTo(key);
            Bytes raw = backend().sign(id, MESSAGE);
            assertThat(raw.length()).isEqualTo(type.signatureOctets());
            assertThat(key.verifies(MESSAGE, raw)).isTrue();
            assertThat(key.verifies(raw, raw)).isFalse();
            SigningKey signing = backend().signingKey(id);
            assertThat(signing.publicKey()).isEqualTo(key);
            assertThat(key.verifiesDer(MESSAGE, signing.signDer(MESSAGE))).isTrue();
            assertThat(key.verifies(MESSAGE, signing.sign(MESSAGE))).isTrue();
            assertThat(restarted().publicKey(id)).isEqualTo(key);
            assertThat(key.verifies(MESSAGE, restarted().sign(id, MESSAGE))).isTrue();
            backend().destroy(id);
        }
    }

    @Test
    void idsAreTakenOnce() {
        KeyId id = id("once");
        VerificationKey key = backend().generate(id);
        assertThatThrownBy(() -> backend().generate(id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("exists");
        assertThat(backend().publicKey(id)).isEqualTo(key);
        backend().destroy(id);
    }

    @Test
    void unknownKeysAreNamed() {
        KeyId id = id("gone");
        backend().generate(id);
        backend().destroy(id);
        assertThatThrownBy(() -> backend().sign(id, MESSAGE))
                .isInstanceOf(UnknownKeyException.class)
                .hasMessageContaining(id.text());
        assertThatThrownBy(() -> backend().publicKey(id)).isInstanceOf(UnknownKeyException.class);
        assertThatThrownBy(() -> backend().destroy(id)).isInstanceOf(UnknownKeyException.class);
        assertThatThrownBy(() -> backend().signingKey(id)).isInstanceOf(UnknownKeyException.class);
    }

    @Test
    void kindsItDoesNotHaveAreRefused() {
        for (KeyType type : KeyType.values()) {
            if (!types().contains(type)) {
                assertThatThrownBy(() -> backend().generate(id("refused"), type))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("no Ed448");
            }
        }
    }

    /** What it is for: a root and a leaf, signed where the keys live. */
    @Test
    void itSignsCertificates() {
        KeyId id = id("root");
        backend().generate(id);
        Issuer root = Issuer.self(backend().signingKey(id));
        Entropy entropy = Entropy.seeded(MESSAGE, "serials");
        CertificateOrder order =
                CertificateOrder.of(
                        Iso2Profile.V2G_ROOT, Subject.named("ROOT"), root.key().publicKey());
        Certificate made =
                ToBeSigned.prepare(order, root, Instant.parse("2026-11-21T12:00:00Z"), entropy)
                        .sign(root.key());
        assertThat(TrustAnchors.none().withV2gRoots(made).v2gRoots()).containsExactly(made);
        backend().destroy(id);
    }
}
