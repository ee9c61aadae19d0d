package org.plugcharge.secc.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.Pem;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.appprotocol.AppProtocol;
import org.plugcharge.v2g.appprotocol.AppProtocolCodec;
import org.plugcharge.v2g.appprotocol.AppProtocolResponseCode;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolReq;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolRes;
import org.plugcharge.v2g.v2gtp.SdpSecurity;
import org.plugcharge.v2g.v2gtp.V2gtpDecoder;
import org.plugcharge.v2g.v2gtp.V2gtpFrame;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** OpenSSL's client, with which a vehicle wants more than a station of ISO 15118-2 gives. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class DowngradePeerTest {

    private static final int HEADER_OCTETS = 8;
    private final TestStation back = new TestStation();
    private final Secc station = Secc.start(TestStation.settings(TlsPolicy.FORCE), back.evse, back);

    @TempDir Path directory;

    @BeforeAll
    static void openssl() throws Exception {
        boolean there;
        try {
            there = new ProcessBuilder("openssl", "version").start().waitFor() == 0;
        } catch (IOException e) {
            there = false;
        }
        assumeTrue(there, "skipped: no openssl");
    }

    @AfterEach
    void stop() {
        station.close();
    }

    private Process openssl(String... options) throws IOException {
        String address = station.discovery().getAddress().getHostAddress().replaceAll("%.*", "");
        int port = SocketCar.discover(station, SdpSecurity.TLS).port();
        String target = address.contains(":") ? "[" + address + "]" : address;
        List<String> command =
                new ArrayList<>(List.of("openssl", "s_client", "-connect", target + ":" + port));
        command.addAll(List.of(options));
        return new ProcessBuilder(command).redirectErrorStream(false).start();
    }

    private static Bytes offer(String... namespaces) {
        List<AppProtocol> offers = new ArrayList<>();
        for (String namespace : namespaces) {
            offers.add(new AppProtocol(namespace, 1, 0, offers.size() + 1, offers.size() + 1));
        }
        return Road.frame(AppProtocolCodec.encode(new SupportedAppProtocolReq(offers)));
    }

    /** What was answered in the first frame, and that nothing follows it. */
    private static SupportedAppProtocolRes only(byte[] heard) {
        assertThat(heard.length).as("octets of the station").isGreaterThan(HEADER_OCTETS);
        List<V2gtpFrame> frames =
                new V2gtpDecoder()
                        .feed(Bytes.of(heard)).stream().map(V2gtpFrame.class::cast).toList();
        assertThat(frames).hasSize(1);
        return (SupportedAppProtocolRes) AppProtocolCodec.decode(frames.getFirst().payload());
    }

    /** Row 9: ISO 15118-20 alone over TLS 1.2 is Failed_NoNegotiation, and the end. */
    @Test
    void row09TwentyAloneOverTls12IsNotNegotiated() throws Exception {
        Process car =
                openssl("-tls1_2", "-cipher", "ECDHE-ECDSA-AES128-SHA256", "-quiet", "-ign_eof");
        car.getOutputStream()
                .write(
                        offer("urn:iso:std:iso:15118:-20:DC", "urn:iso:std:iso:15118:-20:AC")
                                .toArray());
        car.getOutputStream().flush();
        SupportedAppProtocolRes answer = only(car.getInputStream().readAllBytes());
        assertThat(answer.responseCode()).isEqualTo(AppProtocolResponseCode.FAILED_NO_NEGOTIATION);
        assertThat(answer.schemaId()).isNull();
        assertThat(station.inSession()).isFalse();
        car.destroy();
    }

    /** Rows 9 and 10: there is no TLS 1.3 here that ISO 15118-20 could be carried by. */
    @Test
    void row09Tls13IsNotSpoken() throws Exception {
        Process car = openssl("-tls1_3");
        car.getOutputStream().close();
        String said = new String(car.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(car.waitFor()).isNotZero();
        assertThat(said).containsIgnoringCase("alert protocol version");
        assertThat(station.inSession()).isFalse();
    }

    /**
     * Row 11: a client certificate is never asked for, so a contract's can't stand for a vehicle.
     */
    @Test
    void row11NoClientCertificateIsAskedFor() throws Exception {
        Path leaf =
                Files.writeString(
                        directory.resolve("contract.pem"),
                        Pem.ofCertificates(
                                List.of(
                                        TestStation.PKI
                                                .certificate(Iso2Profile.CONTRACT_LEAF)
                                                .der())));
        Path key =
                Files.writeString(
                        directory.resolve("contract.key"),
                        Pem.of(
                                Pem.PRIVATE_KEY,
                                TestStation.PKI.key(Iso2Profile.CONTRACT_LEAF).pkcs8()));
        Process car =
                openssl(
                        "-tls1_2",
                        "-cipher",
                        "ECDHE-ECDSA-AES128-SHA256",
                        "-cert",
                        leaf.toString(),
                        "-key",
                        key.toString());
        car.getOutputStream().close();
        String said = new String(car.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said)
                .contains("ECDHE-ECDSA-AES128-SHA256")
                .contains("No client certificate CA names sent");
        assertThat(Stream.of("Client Certificate Types", "Acceptable client certificate CA names"))
                .noneMatch(said::contains);
        assertThat(back.told).isEmpty();
    }
}
