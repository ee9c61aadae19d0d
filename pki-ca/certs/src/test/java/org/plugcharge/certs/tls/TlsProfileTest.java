package org.plugcharge.certs.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bouncycastle.asn1.x509.Certificate;
import org.junit.jupiter.api.Test;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.TestPki;
import org.plugcharge.certs.tls.RawHello.Extension;
import org.plugcharge.certs.tls.RawHello.Message;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a station takes from vehicles of other makers, told by raw ClientHello octets. */
class TlsProfileTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final List<TestPki> PKIS =
            List.of(TestPki.create(1, NOW), TestPki.create(2, NOW), TestPki.create(3, NOW));
    private static final ServerProfile STATION =
            new ServerProfile(PKIS.stream().map(TlsEngineTest::identity).toList());

    /** Roots whose names differ, for a test that asks by name. */
    private static final List<Iso2Profile> ROOTS =
            List.of(Iso2Profile.V2G_ROOT, Iso2Profile.MO_ROOT, Iso2Profile.OEM_ROOT);

    private static final int SERVER_HELLO = 2;
    private static final int CERTIFICATE = 11;
    private static final int SERVER_KEY_EXCHANGE = 12;
    private static final int CERTIFICATE_STATUS = 22;
    private static final int CHUNK = 4_096;

    private final SecureRandom random = new SecureRandom();

    private List<Message> answer(ServerProfile station, RawHello hello) {
        TlsEngine server = TlsEngine.server(station, random);
        byte[] octets = hello.octets();
        server.receive(octets, 0, octets.length);
        return RawHello.messages(server.output());
    }

    private static Message only(List<Message> messages, int type) {
        return messages.stream().filter(one -> one.type() == type).findFirst().orElseThrow();
    }

    /** Row 10: of the 65,536 suites exactly the two of ISO 15118-2 are taken. */
    @Test
    void exactlyTwoSuitesAreTaken() {
        for (int from = 0; from < 65_536; from += CHUNK) {
            List<Integer> others = new ArrayList<>();
            for (int suite = from; suite < from + CHUNK; suite++) {
                if (suite != RawHello.ECDHE && suite != RawHello.STATIC_ECDH) {
                    others.add(suite);
                }
            }
            assertThatThrownBy(() -> answer(STATION, RawHello.offering(others)))
                    .as("suites from %04x", from)
                    .isInstanceOf(TlsFailure.class)
                    .hasMessageContaining("handshake_failure");
        }
        for (int suite : List.of(RawHello.ECDHE, RawHello.STATIC_ECDH)) {
            List<Message> messages = answer(STATION, RawHello.offering(List.of(suite)));
            assertThat(RawHello.suite(only(messages, SERVER_HELLO))).isEqualTo(suite);
        }
        assertThat(
                        RawHello.suite(
                                only(
                                        answer(
                                                STATION,
                                                RawHello.offering(
                                                        List.of(
                                                                RawHello.STATIC_ECDH,
                                                                RawHello.ECDHE))),
                                        SERVER_HELLO)))
                .as("forward secrecy is preferred whatever the vehicle's order")
                .isEqualTo(RawHello.ECDHE);
    }

    /** Row 10: TLS 1.1 and older are refused; TLS 1.3 alone is refused until -20 needs it. */
    @Test
    void onlyTls12IsSpoken() {
        for (int version : new int[] {0x0300, 0x0301, 0x0302}) {
            RawHello usual = RawHello.usual();
            RawHello old = new RawHello(version, usual.suites(), usual.extensions());
            assertThatThrownBy(() -> answer(STATION, old))
                    .as("version %04x", version)
                    .isInstanceOf(TlsFailure.class);
        }
        RawHello onlyTls13 = RawHello.usual(new Extension(43, Bytes.fromHex("020304")));
        assertThatThrownBy(() -> answer(STATION, onlyTls13)).isInstanceOf(TlsFailure.class);
    }

    /** Row 10: nothing of a session is handed out to come back with. */
    @Test
    void noTicketIsPromisedAndNoSessionIsNumbered() {
        Extension ticket = new Extension(35, Bytes.EMPTY);
        Bytes hello = only(answer(STATION, RawHello.usual(ticket)), SERVER_HELLO).content();
        assertThat(hello.at(34)).as("length of the session id").isZero();
        assertThat(hello.slice(38, hello.length()).toHex()).doesNotContain("00230000");
    }

    @Test
    void aVehicleThatDoesNotKnowRfc5746IsServed() {
        assertThat(RawHello.suite(only(answer(STATION, RawHello.usual()), SERVER_HELLO)))
                .isEqualTo(RawHello.ECDHE);
    }

    /** Row 10: P-256 and ecdsa_secp256r1_sha256, nothing else. */
    @Test
    void onlyP256AndItsSignatureAreTaken() {
        List<Extension> weak =
                List.of(
                        new Extension(10, Bytes.fromHex("0004001d0018")),
                        new Extension(13, Bytes.fromHex("00020403")));
        assertThatThrownBy(
                        () -> answer(STATION, new RawHello(0x0303, List.of(RawHello.ECDHE), weak)))
                .isInstanceOf(TlsFailure.class);
        List<Extension> secondBest =
                List.of(
                        new Extension(10, Bytes.fromHex("0006001800170019")),
                        new Extension(13, Bytes.fromHex("00020403")));
        Message exchange =
                only(
                        answer(STATION, new RawHello(0x0303, List.of(RawHello.ECDHE), secondBest)),
                        SERVER_KEY_EXCHANGE);
        assertThat(exchange.content().slice(0, 3).toHex())
                .as("named curve secp256r1, whatever the vehicle likes best")
                .isEqualTo("030017");
        List<Extension> sha1 =
                List.of(
                        new Extension(10, Bytes.fromHex("00020017")),
                        new Extension(13, Bytes.fromHex("00040203" + "0201")));
        assertThatThrownBy(
                        () -> answer(STATION, new RawHello(0x0303, List.of(RawHello.ECDHE), sha1)))
                .isInstanceOf(TlsFailure.class);
    }

    /** RFC 6066 section 6: three ways to name a root, among names nobody here has. [V2G2-651] */
    @Test
    void trustedCaKeysInEveryFormChooseTheChain() throws IOException {
        List<ServerIdentity> identities = new ArrayList<>();
        for (int i = 0; i < PKIS.size(); i++) {
            identities.add(
                    ServerIdentity.of(
                            PKIS.get(i).chain(Iso2Profile.SECC_LEAF),
                            PKIS.get(i).key(Iso2Profile.SECC_LEAF),
                            PKIS.get(i).certificate(ROOTS.get(i))));
        }
        ServerProfile station = new ServerProfile(identities);
        for (ServerIdentity identity : identities) {
            Certificate root = Certificate.getInstance(identity.root().toArray());
            byte[] key = root.getSubjectPublicKeyInfo().getPublicKeyData().getOctets();
            Bytes subject = Bytes.of(root.getSubject().getEncoded());
            for (String name :
                    List.of(
                            "01" + hex(V2gTlsServer.sha1(key)),
                            "02" + "%04x".formatted(subject.length()) + subject.toHex(),
                            "03" + hex(V2gTlsServer.sha1(root.getEncoded())))) {
                assertThat(shown(station, trusted("00", "03" + "ab".repeat(20), name)))
                        .as("root named by %s", name)
                        .isEqualTo(identity.chain().leaf());
            }
        }
    }

    @Test
    void aVehicleThatNamesNoRootOfOursSeesTheFirstChain() {
        Bytes first = PKIS.getFirst().chain(Iso2Profile.SECC_LEAF).leaf();
        assertThat(shown(trusted("03" + "ab".repeat(20)))).isEqualTo(first);
        assertThat(shown(trusted("00"))).isEqualTo(first);
        assertThat(shown(trusted())).isEqualTo(first);
        assertThat(shown(RawHello.usual())).isEqualTo(first);
    }

    @Test
    void trustedCaKeysThatAreNoneEndTheHandshake() {
        for (String content : List.of("", "0001", "000107", "0003030000", "ffff00", "000200ff")) {
            RawHello hello =
                    RawHello.usual(new Extension(RawHello.TRUSTED_CA_KEYS, Bytes.fromHex(content)));
            assertThatThrownBy(() -> answer(STATION, hello))
                    .as(content)
                    .isInstanceOf(TlsFailure.class);
        }
    }

    private Bytes shown(RawHello hello) {
        return shown(STATION, hello);
    }

    private Bytes shown(ServerProfile station, RawHello hello) {
        Bytes content = only(answer(station, hello), CERTIFICATE).content();
        int length =
                Byte.toUnsignedInt(content.at(3)) << 16
                        | Byte.toUnsignedInt(content.at(4)) << 8
                        | Byte.toUnsignedInt(content.at(5));
        return content.slice(6, 6 + length);
    }

    private static RawHello trusted(String... authorities) {
        String list = String.join("", authorities);
        return RawHello.usual(
                new Extension(
                        RawHello.TRUSTED_CA_KEYS,
                        Bytes.fromHex("%04x".formatted(list.length() / 2) + list)));
    }

    private static String hex(byte[] octets) {
        return Bytes.of(octets).toHex();
    }

    /** A known vehicle stack puts the station's address, with the interface, in server_name. */
    @Test
    void aServerNameWithAScopeIsTolerated() {
        for (String name :
                List.of("fe80::1%eth0", "fe80::aaaa:bbff:fecc:dd01%lo", "a b", "\u0000")) {
            byte[] text = name.getBytes(StandardCharsets.US_ASCII);
            String entry = "00" + "%04x".formatted(text.length) + hex(text);
            String list = "%04x".formatted(entry.length() / 2) + entry;
            RawHello hello =
                    RawHello.usual(new Extension(RawHello.SERVER_NAME, Bytes.fromHex(list)));
            assertThat(RawHello.suite(only(answer(STATION, hello), SERVER_HELLO)))
                    .isEqualTo(RawHello.ECDHE);
        }
    }

    private static ServerProfile stapling(Bytes... responses) {
        return new ServerProfile(
                List.of(TlsEngineTest.identity(PKIS.getFirst()).stapling(List.of(responses))));
    }

    /** An OCSPResponse that says tryLater: for the wire any will do. */
    private static final Bytes RESPONSE = Bytes.fromHex("30030a0103");

    private static final Extension V1 =
            new Extension(RawHello.STATUS_REQUEST, Bytes.fromHex("0100000000"));
    private static final Extension V2_MULTI =
            new Extension(
                    RawHello.STATUS_REQUEST_V2, Bytes.fromHex("0007" + "02" + "0004" + "00000000"));
    private static final Extension V2_SINGLE =
            new Extension(
                    RawHello.STATUS_REQUEST_V2, Bytes.fromHex("0007" + "01" + "0004" + "00000000"));

    /** RFC 6961 section 2.2: one place for each certificate, empty where there is no response. */
    @Test
    void everyCertificateHasItsPlaceInTheStaples() {
        List<Message> messages =
                answer(stapling(RESPONSE, Bytes.EMPTY, RESPONSE), RawHello.usual(V2_MULTI));
        assertThat(only(messages, CERTIFICATE_STATUS).content().toHex())
                .isEqualTo(
                        "02"
                                + "000013"
                                + "000005"
                                + "30030a0103"
                                + "000000"
                                + "000005"
                                + "30030a0103");
    }

    @Test
    void aVehicleThatAsksForTheLeafOnlyGetsTheLeafOnly() {
        for (Extension asked : List.of(V1, V2_SINGLE)) {
            List<Message> messages =
                    answer(stapling(RESPONSE, RESPONSE, RESPONSE), RawHello.usual(asked));
            assertThat(only(messages, CERTIFICATE_STATUS).content().toHex())
                    .isEqualTo("01" + "000005" + "30030a0103");
        }
    }

    @Test
    void noStatusIsPromisedThatIsNotThere() {
        for (Extension asked : List.of(V1, V2_SINGLE)) {
            assertNoStatus(
                    answer(stapling(Bytes.EMPTY, RESPONSE, RESPONSE), RawHello.usual(asked)));
        }
        for (Extension asked : List.of(V1, V2_SINGLE, V2_MULTI)) {
            assertNoStatus(answer(STATION, RawHello.usual(asked)));
        }
        assertNoStatus(answer(stapling(RESPONSE, RESPONSE, RESPONSE), RawHello.usual()));
    }

    private static void assertNoStatus(List<Message> messages) {
        assertThat(messages).extracting(Message::type).doesNotContain(CERTIFICATE_STATUS);
        assertThat(only(messages, SERVER_HELLO).content().toHex())
                .doesNotContain("00050000")
                .doesNotContain("00110000");
    }

    /** Two chains, one with staples: the promise is for the chain that is shown. */
    @Test
    void theStaplesAreThoseOfTheChainThatIsShown() throws IOException {
        ServerProfile station =
                new ServerProfile(
                        List.of(
                                TlsEngineTest.identity(PKIS.get(0)),
                                TlsEngineTest.identity(PKIS.get(1))
                                        .stapling(List.of(RESPONSE, RESPONSE, RESPONSE))));
        byte[] root = PKIS.get(1).certificate(Iso2Profile.V2G_ROOT).der().toArray();
        RawHello second =
                RawHello.usual(
                        V2_MULTI,
                        new Extension(
                                RawHello.TRUSTED_CA_KEYS,
                                Bytes.fromHex("001503" + hex(V2gTlsServer.sha1(root)))));
        assertThat(only(answer(station, second), CERTIFICATE_STATUS).content().length())
                .isEqualTo(1 + 3 + 3 * (3 + RESPONSE.length()));
        assertNoStatus(answer(station, RawHello.usual(V2_MULTI)));
    }

    @Test
    void staplesThatDoNotFitTheChainAreRefused() {
        assertThatThrownBy(() -> stapling(RESPONSE, RESPONSE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 OCSP responses for 3 certificates");
    }
}
