package org.plugcharge.plc.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plugcharge.plc.mme.Attenuation;
import org.plugcharge.plc.mme.Mme;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Wireshark's HomePlug AV dissector reads a whole match the way we meant it. */
class TsharkPeerTest {

    @TempDir private static Path folder;

    private static List<Sighting> seen = List.of();

    @BeforeAll
    static void match() throws IOException {
        assumeTrue(tsharkIsThere(), "skipped: tshark is not installed (Debian package tshark)");
        Bench bench = new Bench(1, Weather.FAIR, 27, 35);
        bench.match();
        seen = bench.seen;
        PcapFile.write(folder.resolve("match.pcap"), seen);
    }

    private static boolean tsharkIsThere() {
        try {
            return new ProcessBuilder("tshark", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> tshark(String... arguments)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of("tshark", "-n", "-r", folder.resolve("match.pcap").toString()));
        command.addAll(List.of(arguments));
        Path output = folder.resolve("tshark.txt");
        Process process =
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .redirectOutput(output.toFile())
                        .start();
        assertThat(process.waitFor()).isZero();
        return Files.readAllLines(output, StandardCharsets.UTF_8);
    }

    /**
     * What tshark says of the fields, one line for each frame that has the first of them, in order.
     */
    private static List<String> read(String... fields) throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(List.of("-Y", fields[0], "-T", "fields", "-E", "separator=;"));
        for (String field : fields) {
            arguments.addAll(List.of("-e", field));
        }
        return tshark(arguments.toArray(String[]::new)).stream()
                .map(TsharkPeerTest::withoutSeparators)
                .toList();
    }

    /** What we meant, in tshark's words, for each message of one kind. */
    private static <M extends Mme> List<String> meant(Class<M> kind, Function<M, String> words) {
        return seen.stream()
                .map(sighting -> sighting.frame().message())
                .filter(kind::isInstance)
                .map(kind::cast)
                .map(words)
                .toList();
    }

    /** Versions of tshark differ in what they put between octets. */
    private static String withoutSeparators(String line) {
        return line.replaceAll("[: ]", "");
    }

    private static String hex(int octet) {
        return "0x%02x".formatted(octet);
    }

    @Test
    void nothingIsMalformed() throws Exception {
        assertThat(tshark("-Y", "_ws.malformed")).isEmpty();
        assertThat(tshark("-Y", "homeplug-av")).hasSameSizeAs(seen);
    }

    @Test
    void typesAreRead() throws Exception {
        assertThat(read("homeplug_av.mmhdr.mmtype"))
                .isEqualTo(
                        seen.stream()
                                .map(sighting ->
                                        "0x%04x".formatted(sighting.frame().message().type()))
                                .toList());
    }

    @Test
    void fieldsOfSlacAreRead() throws Exception {
        assertThat(
                        read(
                                "homeplug_av.gp.cm_slac_parm.sound_target",
                                parm("sound_count"),
                                parm("time_out"),
                                parm("resptype"),
                                parm("forwarding_sta"),
                                parm("runid")))
                .isEqualTo(
                        meant(
                                Mme.SlacParmCnf.class,
                                m ->
                                        words(
                                                m.soundTarget(),
                                                hex(m.soundCount()),
                                                m.timeOut(),
                                                hex(m.responseType()),
                                                m.forwardingStation(),
                                                m.runId())));
        assertThat(
                        read(
                                "homeplug_av.gp.cm_start_atten_char.sounds_count",
                                "homeplug_av.gp.cm_start_atten_char.time_out",
                                "homeplug_av.gp.cm_start_atten_char.resptype",
                                "homeplug_av.gp.cm_start_atten_char.sound_forwarding_sta",
                                "homeplug_av.gp.cm_start_atten_char.runid"))
                .isEqualTo(
                        meant(
                                Mme.StartAttenCharInd.class,
                                m ->
                                        words(
                                                hex(m.soundCount()),
                                                m.timeOut(),
                                                hex(m.responseType()),
                                                m.forwardingStation(),
                                                m.runId())));
        assertThat(
                        read(
                                "homeplug_av.gp.cm_mnbc_sound.countdown",
                                "homeplug_av.gp.cm_mnbc_sound.runid",
                                "homeplug_av.gp.cm_mnbc_sound.rnd"))
                .isEqualTo(
                        meant(
                                Mme.MnbcSoundInd.class,
                                m -> words(m.remaining(), m.runId(), m.random())));
    }

    @Test
    void attenuationIsRead() throws Exception {
        assertThat(
                        read(
                                "homeplug_av.gp.cm_atten_profile_ind.pev_mac",
                                "homeplug_av.gp.cm_atten_profile_ind.groups_count",
                                "homeplug_av.gp.cm_atten_profile_ind.aag"))
                .isEqualTo(
                        meant(
                                Mme.AttenProfileInd.class,
                                m -> words(m.vehicle(), hex(58), decibels(m.attenuation()))));
        assertThat(
                        read(
                                "homeplug_av.gp.cm_atten_char.sounds_count",
                                "homeplug_av.gp.cm_atten_char.source_mac",
                                "homeplug_av.gp.cm_atten_char.runid",
                                "homeplug_av.gp.cm_atten_char.groups_count",
                                "homeplug_av.gp.cm_atten_char.aag"))
                .isEqualTo(
                        meant(
                                Mme.AttenCharInd.class,
                                m ->
                                        words(
                                                m.soundCount(),
                                                m.vehicle(),
                                                m.runId(),
                                                58,
                                                decibels(m.attenuation()))));
    }

    @Test
    void keysAreRead() throws Exception {
        assertThat(
                        read(
                                "homeplug_av.gp.cm_slac_match.nmk",
                                "homeplug_av.gp.cm_slac_match.nid",
                                "homeplug_av.gp.cm_slac_match.pev_mac",
                                "homeplug_av.gp.cm_slac_match.evse_mac",
                                "homeplug_av.gp.cm_slac_match.runid"))
                .isEqualTo(
                        meant(
                                Mme.SlacMatchCnf.class,
                                m ->
                                        words(
                                                m.nmk().octets(),
                                                m.nid(),
                                                m.vehicle(),
                                                m.station(),
                                                m.runId())));
        assertThat(read("homeplug_av.cm_set_key_req.nw_key"))
                .isEqualTo(meant(Mme.SetKeyReq.class, m -> words(m.nmk().octets())));
        assertThat(read("homeplug_av.cm_set_key_cnf.result"))
                .isEqualTo(meant(Mme.SetKeyCnf.class, m -> words(hex(m.result()))));
    }

    private static String parm(String field) {
        return "homeplug_av.gp.cm_slac_parm." + field;
    }

    private static String words(Object... values) {
        return withoutSeparators(
                Stream.of(values).map(Object::toString).collect(Collectors.joining(";")));
    }

    private static String decibels(Attenuation attenuation) {
        byte[] groups = attenuation.groups().toArray();
        return IntStream.range(0, groups.length)
                .mapToObj(i -> "" + (groups[i] & 0xff))
                .collect(Collectors.joining(","));
    }
}
