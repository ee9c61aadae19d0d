package org.plugcharge.certs.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.TestPki;
import org.plugcharge.exi.Bytes;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class TlsEngineTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final TestPki PKI = TestPki.create(1, NOW);
    private static final TestPki OTHER = TestPki.create(2, NOW);
    private final SecureRandom random = new SecureRandom();

    static ServerIdentity identity(TestPki pki) {
        return ServerIdentity.of(
                pki.chain(Iso2Profile.SECC_LEAF),
                pki.key(Iso2Profile.SECC_LEAF),
                pki.certificate(Iso2Profile.V2G_ROOT));
    }

    private static ClientProfile trusting(TestPki pki) {
        return new ClientProfile(
                List.of(pki.certificate(Iso2Profile.V2G_ROOT).der()),
                (chain, responses) -> Optional.empty());
    }

    /** Carries octets both ways until nothing moves. */
    private static void pump(TlsEngine client, TlsEngine server) {
        boolean moved = true;
        while (moved) {
            boolean forth = carry(client, server);
            boolean back = carry(server, client);
            moved = forth || back;
        }
    }

    private static boolean carry(TlsEngine from, TlsEngine to) {
        byte[] octets = from.output();
        if (octets.length > 0) {
            to.receive(octets, 0, octets.length);
        }
        return octets.length > 0;
    }

    @Test
    void agreesOnTheFirstSuiteAndCarriesOctets() {
        TlsEngine server = TlsEngine.server(new ServerProfile(List.of(identity(PKI))), random);
        TlsEngine client = TlsEngine.client(trusting(PKI), random);
        pump(client, server);
        assertThat(client.established()).isTrue();
        TlsSummary agreed = client.summary().orElseThrow();
        assertThat(agreed.cipherSuite()).isEqualTo("TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256");
        assertThat(agreed.serverChain()).isEqualTo(PKI.chain(Iso2Profile.SECC_LEAF));
        byte[] hello = "hello".getBytes(StandardCharsets.US_ASCII);
        client.send(hello, 0, hello.length);
        pump(client, server);
        assertThat(server.plaintext()).isEqualTo(hello);
        server.close();
        pump(client, server);
        assertThat(client.closed()).isTrue();
    }

    /** The suite that modern platforms dropped; both ends here are ours. */
    @Test
    void agreesOnStaticEcdhWithAVehicleThatHasNothingElse() {
        TlsEngine server = TlsEngine.server(new ServerProfile(List.of(identity(PKI))), random);
        TlsEngine client =
                TlsEngine.client(trusting(PKI), new int[] {V2gTls.CIPHER_SUITES[1]}, random);
        pump(client, server);
        assertThat(client.summary().orElseThrow().cipherSuite())
                .isEqualTo("TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA256");
        byte[] hello = "hello".getBytes(StandardCharsets.US_ASCII);
        client.send(hello, 0, hello.length);
        pump(client, server);
        assertThat(server.plaintext()).isEqualTo(hello);
    }

    /** [V2G2-651] */
    @Test
    void trustedCaKeysChooseTheChain() {
        ServerProfile both = new ServerProfile(List.of(identity(PKI), identity(OTHER)));
        for (TestPki wanted : List.of(PKI, OTHER)) {
            TlsEngine server = TlsEngine.server(both, random);
            TlsEngine client = TlsEngine.client(trusting(wanted), random);
            pump(client, server);
            assertThat(client.summary().orElseThrow().serverChain())
                    .isEqualTo(wanted.chain(Iso2Profile.SECC_LEAF));
        }
    }

    @Test
    void anObjectionOfTheVehicleEndsTheHandshakeWithAnAlert() {
        TlsEngine server = TlsEngine.server(new ServerProfile(List.of(identity(PKI))), random);
        ClientProfile suspicious =
                new ClientProfile(List.of(), (chain, responses) -> Optional.of("not my root"));
        TlsEngine client = TlsEngine.client(suspicious, random);
        assertThatThrownBy(() -> pump(client, server))
                .isInstanceOf(TlsFailure.class)
                .hasMessageContaining("not my root");
        byte[] alert = client.output();
        assertThatThrownBy(() -> server.receive(alert, 0, alert.length))
                .isInstanceOf(TlsFailure.class)
                .hasMessageContaining("the peer ended TLS: bad_certificate");
    }

    @Test
    void octetsThatAreNoTlsAreAnErrorAndNothingElse() {
        TlsEngine server = TlsEngine.server(new ServerProfile(List.of(identity(PKI))), random);
        byte[] noise = Bytes.fromHex("01fe800100000010").toArray();
        assertThatThrownBy(() -> server.receive(noise, 0, noise.length))
                .isInstanceOf(TlsFailure.class);
    }

    @Test
    void aHandshakeCutOrBentAnywhereNeverEscapes() {
        List<byte[]> hellos = new ArrayList<>();
        TlsEngine client = TlsEngine.client(trusting(PKI), random);
        hellos.add(client.output());
        byte[] hello = hellos.getFirst();
        for (int i = 0; i < hello.length; i++) {
            byte[] bent = hello.clone();
            bent[i] ^= (byte) 0x55;
            TlsEngine server = TlsEngine.server(new ServerProfile(List.of(identity(PKI))), random);
            try {
                server.receive(bent, 0, bent.length);
            } catch (TlsFailure expected) {
                assertThat(expected).hasMessageContaining("TLS");
            }
        }
    }
}
