package org.plugcharge.certs.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.plugcharge.certs.KeyBackend;
import org.plugcharge.certs.KeyBackend.KeyId;
import org.plugcharge.certs.KeyBackendContract;
import org.plugcharge.certs.KeyType;
import org.plugcharge.certs.VerificationKey;
import org.plugcharge.certs.host.VaultKeyBackend.Login;
import org.plugcharge.certs.host.VaultKeyBackend.Settings;
import org.plugcharge.exi.Bytes;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.vault.VaultContainer;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * The contract on the vault at VAULT_ADDR with VAULT_TOKEN, where Transit is mounted; else on one
 * in a container where there is Docker; else on the stand-in, and it says which. Logins and
 * renewals are tried on the stand-in always.
 */
class VaultKeyBackendHostTest extends KeyBackendContract {

    private static final Bytes MESSAGE = Bytes.of((byte) 7);

    private static final String IMAGE = "hashicorp/vault:1.13";
    private static final String TOKEN = "root-of-a-test";

    private static final VaultContainer<?> container =
            new VaultContainer<>(IMAGE)
                    .withVaultToken(TOKEN)
                    .withInitCommand("secrets enable transit");

    private static StandInVault standIn;
    private static Settings settings;

    private final MovingClock clock = new MovingClock();

    @BeforeAll
    static void start(TestReporter reporter) throws IOException {
        standIn = new StandInVault();
        settings = vault(reporter);
    }

    private static Settings vault(TestReporter reporter) {
        String address = System.getenv("VAULT_ADDR");
        String token = System.getenv("VAULT_TOKEN");
        if (address != null && token != null) {
            reporter.publishEntry("vault", "the real one at " + address);
            return withToken(address, token);
        }
        if (startContainer()) {
            reporter.publishEntry("vault", "a real one in a container, " + IMAGE);
            return withToken(container.getHttpHostAddress(), TOKEN);
        }
        reporter.publishEntry(
                "vault",
                "a stand-in in this process: no VAULT_ADDR and VAULT_TOKEN, no Docker with "
                        + IMAGE);
        return withToken(standIn.address(), StandInVault.ROOT);
    }

    private static Settings withToken(String address, String token) {
        return new Settings(address, "transit", new Login.Token(token));
    }

    /** Whether there is Docker, and the image can be had. */
    private static boolean startContainer() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return false;
        }
        try {
            container.start();
            return true;
        } catch (ContainerFetchException e) {
            return false;
        }
    }

    @AfterAll
    static void stop() {
        standIn.close();
        container.stop();
    }

    @Override
    protected KeyBackend backend() {
        return new VaultKeyBackend(settings, Clock.systemUTC());
    }

    @Override
    protected KeyBackend restarted() {
        return backend();
    }

    @Override
    protected Set<KeyType> types() {
        return Set.of(KeyType.P256, KeyType.P521);
    }

    @Test
    void anAppRoleLogsInAndItsTokenIsRenewed() {
        KeyBackend backend = appRole(StandInVault.SECRET);
        int logins = standIn.logins.get();
        int renewals = standIn.renewals.get();
        KeyId id = id("approle");
        backend.generate(id);
        assertThat(standIn.renewals.get()).isEqualTo(renewals);
        clock.now = clock.now.plus(Duration.ofSeconds(41)); // two thirds of 60 are over
        backend.sign(id, MESSAGE);
        assertThat(standIn.renewals.get()).isEqualTo(renewals + 1);
        assertThat(standIn.logins.get()).isEqualTo(logins);
    }

    @Test
    void aTokenThatIsNotRenewedIsReplacedByALogin() {
        KeyBackend backend = appRole(StandInVault.SECRET);
        int logins = standIn.logins.get();
        standIn.renews = false;
        try {
            clock.now = clock.now.plus(Duration.ofSeconds(50));
            backend.generate(id("relogin"));
        } finally {
            standIn.renews = true;
        }
        assertThat(standIn.logins.get()).isEqualTo(logins + 1);
    }

    @Test
    void aTokenTheVaultForgotIsReplacedByALogin() {
        KeyBackend backend = appRole(StandInVault.SECRET);
        int logins = standIn.logins.get();
        standIn.tokens.removeIf(token -> token.startsWith("token-"));
        backend.generate(id("forgotten"));
        assertThat(standIn.logins.get()).isEqualTo(logins + 1);
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThatThrownBy(() -> appRole("wrong"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no login at the vault");
        Settings nobody = new Settings("http://127.0.0.1:1", "transit", new Login.Token("x"));
        assertThatThrownBy(() -> new VaultKeyBackend(nobody, clock))
                .isInstanceOf(IllegalStateException.class);
        Settings elsewhere =
                new Settings(standIn.address(), "elsewhere", new Login.Token(StandInVault.ROOT));
        assertThatThrownBy(() -> new VaultKeyBackend(elsewhere, clock).generate(id("x")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(new Login.Token("hvs.secret").toString()).doesNotContain("secret");
        assertThat(new Login.AppRole("r", "s3cret").toString()).doesNotContain("s3cret");
    }

    /** Logs in by role at a real vault, lets two thirds of the token's life pass, and goes on. */
    @Test
    void aRealVaultTakesAnAppRoleAndRenewsItsToken() {
        String address = System.getenv("VAULT_ADDR");
        String role = System.getenv("VAULT_ROLE_ID");
        String secret = System.getenv("VAULT_SECRET_ID");
        assumeTrue(
                address != null && role != null && secret != null,
                "skipped: no VAULT_ADDR, VAULT_ROLE_ID and VAULT_SECRET_ID");
        KeyBackend backend =
                new VaultKeyBackend(
                        new Settings(address, "transit", new Login.AppRole(role, secret)), clock);
        KeyId id = id("real-approle");
        VerificationKey key = backend.generate(id);
        clock.now = clock.now.plus(Duration.ofHours(1));
        assertThat(key.verifies(MESSAGE, backend.sign(id, MESSAGE))).isTrue();
        backend.destroy(id);
    }

    private KeyBackend appRole(String secret) {
        return new VaultKeyBackend(
                new Settings(
                        standIn.address(), "transit", new Login.AppRole(StandInVault.ROLE, secret)),
                clock);
    }

    private static final class MovingClock extends Clock {
        private Instant now = Instant.parse("2026-11-21T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
