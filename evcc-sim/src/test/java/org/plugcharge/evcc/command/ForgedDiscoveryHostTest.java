package org.plugcharge.evcc.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.plugcharge.certs.TestPki;
import org.plugcharge.certs.host.PkiFolder;
import org.plugcharge.evcc.host.SdpClient;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.v2gtp.SdpResponse;
import org.plugcharge.v2g.v2gtp.SdpSecurity;
import org.plugcharge.v2g.v2gtp.SdpTransport;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A car that is lied to about where the station is and what it speaks. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ForgedDiscoveryHostTest {

    private static final int PORT = 50_000;

    private final NetworkInterface network = loopback();
    private final InetAddress own = own();
    private final DatagramSocket liar = open();

    @TempDir Path directory;

    private DatagramSocket open() {
        try {
            return new DatagramSocket(0, own);
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NetworkInterface loopback() {
        try {
            return NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress());
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InetAddress own() {
        try {
            return SdpClient.target(network, PORT).getAddress();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void close() {
        liar.close();
    }

    /** Answers every question with all of these. */
    private void answering(SdpResponse... answers) {
        Thread.startVirtualThread(() -> {
            try {
                while (true) {
                    DatagramPacket question = new DatagramPacket(new byte[64], 64);
                    liar.receive(question);
                    for (SdpResponse answer : answers) {
                        byte[] octets = answer.frame().encode().toArray();
                        liar.send(
                                new DatagramPacket(
                                        octets, octets.length, question.getSocketAddress()));
                    }
                }
            } catch (IOException closed) {
                // The test is over.
            }
        });
    }

    private static SdpResponse at(String hexAddress, SdpSecurity security) {
        return new SdpResponse(Bytes.fromHex(hexAddress), PORT, security, SdpTransport.TCP);
    }

    private SdpResponse here(SdpSecurity security) {
        return at(
                own.getAddress().length == 16
                        ? "00000000000000000000000000000001"
                        : "00000000000000000000ffff7f000001",
                security);
    }

    /** Row 19: answers that lead off the link are as good as none. */
    @Test
    void row19AnswersThatLeadElsewhereAreIgnored() {
        answering(
                at("20010db8000000000000000000000001", SdpSecurity.TLS),
                at("fe800000000000000000000000000001", SdpSecurity.TLS),
                at("00000000000000000000ffffc0000201", SdpSecurity.TLS),
                at("ff020000000000000000000000000001", SdpSecurity.TLS),
                here(SdpSecurity.TLS));
        List<String> log = new ArrayList<>();
        SdpClient.Found found =
                SdpClient.find(network, liar.getLocalPort(), SdpSecurity.TLS, log::add);
        assertThat(found.address().getAddress().isLoopbackAddress()).isTrue();
        assertThat(log.stream().filter(line -> line.contains("leads elsewhere"))).hasSize(4);
    }

    /** Row 8: a forged "no TLS" does not get a contract onto plain TCP. [V2G2-633] */
    @Test
    void row08ACarWithAContractDoesNotGoOnWithoutTls() throws IOException {
        PkiFolder.write(directory.resolve("pki"), TestPki.create(1, Instant.now()));
        answering(here(SdpSecurity.NONE));
        for (List<String> wish : List.of(List.of("--auth", "pnc"), List.of("--tls"))) {
            List<String> arguments =
                    new ArrayList<>(
                            List.of(
                                    "--interface",
                                    network.getName(),
                                    "--pki",
                                    directory.resolve("pki").toString(),
                                    "--discovery-port",
                                    String.valueOf(liar.getLocalPort())));
            arguments.addAll(wish);
            StringWriter said = new StringWriter();
            CommandLine car = EvccCommand.commandLine();
            car.setErr(new PrintWriter(said, true));
            car.setOut(new PrintWriter(said, true));
            assertThat(car.execute(arguments.toArray(String[]::new))).isEqualTo(1);
            assertThat(said.toString()).contains("the station offers no TLS");
        }
    }
}
