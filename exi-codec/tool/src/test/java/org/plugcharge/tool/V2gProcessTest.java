package org.plugcharge.tool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command as a process of its own, started from a jar by {@code java -jar}. */
class V2gProcessTest {

    @TempDir private Path folder = Path.of("");

    /** A jar that names the class and where the others lie, as the runnable jar does. */
    private Path jar() throws Exception {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(Attributes.Name.MAIN_CLASS, V2g.class.getName());
        main.put(
                Attributes.Name.CLASS_PATH,
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .map(entry -> Path.of(entry).toUri().toString())
                        .collect(Collectors.joining(" ")));
        Path jar = folder.resolve("v2g.jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }

    private static Command.Result java(Path jar, String input, String... arguments)
            throws Exception {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-jar",
                                jar.toString()));
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line).start();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.US_ASCII));
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Command.Result(process.waitFor(), out, err);
    }

    @Test
    void itReadsStandardInputAndEndsWithAStatus() throws Exception {
        Path jar = jar();
        Command.Result result =
                java(jar, "809802000000000000000011d01808600000000000\n", "decode", "--batch");
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("\"EVCCID\":\"021800000000\"").hasLineCount(1);
        assertThat(result.status()).isZero();
        Path capture =
                Ride.exchange(
                                Ride.begun(),
                                Ride.authorization("0909090909090909"),
                                Ride.authorized("Finished"))
                        .write(folder);
        Command.Result explained = java(jar, "", "explain", capture.toString());
        assertThat(explained.status()).isEqualTo(3);
        assertThat(explained.out()).contains("session-id.kept");
    }
}
