package org.plugcharge.evcc.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.plugcharge.certs.TestPki;
import org.plugcharge.evcc.host.Approach;
import org.plugcharge.evcc.host.PkiCarKeys;
import org.plugcharge.evcc.host.SessionListener;
import org.plugcharge.evcc.hostile.Bench;
import org.plugcharge.evcc.script.Script;
import org.plugcharge.evcc.script.ScriptFile;
import org.plugcharge.evcc.script.ScriptRun;
import org.plugcharge.v2g.v2gtp.SdpSecurity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Wireshark's tshark opens a capture of a session over TLS, with the secrets that are in it. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class TsharkPeerTest {

    @TempDir private Path directory = Path.of(".");

    @Test
    void readsDiscoveryAndWhatTlsHid() throws Exception {
        assumeTrue(runs("tshark", "--version"), "skipped: no tshark");
        Path file = directory.resolve("session.pcapng");
        record(file);
        String open = tshark(file, "tls", "tls.app_data");
        assertThat(open).isNotBlank();
        String frames = tshark(file, "tcp", "data.data", "tls.segment.data", "_ws.expert.message");
        assertThat(frames).doesNotContain("retransmission", "out-of-order", "not captured");
        assertThat(hidden(file)).contains("01fe8001");
        assertThat(tshark(file, "udp.dstport==" + port, "udp.length")).isNotBlank();
        assertThat(tshark(file, "tcp.checksum.status==0 || udp.checksum.status==0", "frame.number"))
                .isBlank();
    }

    private int port;

    private void record(Path file) throws Exception {
        TestPki pki = TestPki.create(11, Instant.now());
        Script script =
                ScriptFile.parse(
                        "charge",
                        "version: 1\ncar: {pace: 5 ms, patience: 20, tls: yes}\n"
                                + "driver: [plug in, {charge: 2 loops}]");
        PkiCarKeys keys = new PkiCarKeys(pki.anchors(), Optional.empty(), InstantSource.system());
        try (Bench bench = new Bench(pki);
                PcapngFile capture = PcapngFile.create(file)) {
            port = bench.discoveryPort();
            Recording recording = new Recording(capture, InstantSource.system());
            Approach approach =
                    new Approach(
                            Bench.loopback(),
                            port,
                            SdpSecurity.TLS,
                            Optional.of(keys),
                            recording,
                            recording);
            var visits = new ScriptRun(script, _ -> approach, SessionListener.SILENT).run();
            assertThat(script.expect().objections(visits)).isEmpty();
        }
    }

    /** What tshark finds inside TLS, in hexadecimal. */
    private static String hidden(Path file) throws Exception {
        return run(List.of("tshark", "-r", file.toString(), "-q", "-z", "follow,tls,raw,0"));
    }

    private static String tshark(Path file, String filter, String... fields) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "tshark",
                                "-r",
                                file.toString(),
                                "-o",
                                "tcp.check_checksum:TRUE",
                                "-o",
                                "udp.check_checksum:TRUE",
                                "-Y",
                                filter,
                                "-T",
                                "fields"));
        for (String field : fields) {
            command.add("-e");
            command.add(field);
        }
        return run(command);
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
        return output;
    }

    private static boolean runs(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
