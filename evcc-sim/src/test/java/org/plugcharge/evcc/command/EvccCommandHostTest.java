package org.plugcharge.evcc.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the command says to somebody who holds it wrong. */
class EvccCommandHostTest {

    @TempDir private Path directory = Path.of(".");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpSaysWhatItIsAndHowToBegin() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("An electric car", "--interface", "v2gpki new DIR");
    }

    @Test
    void wrongUseIsStatusTwoAndOneSentence() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("--interface", "lo", "--auth", "pnc")).isEqualTo(2);
        assertThat(err.toString()).contains("TLS needs certificates: give --pki DIR");
        assertThat(run("--interface", "lo", "--install")).isEqualTo(2);
        assertThat(run("--interface", "lo", "--loops", "0")).isEqualTo(2);
        assertThat(run("--interface", "lo", "--auth", "cash")).isEqualTo(2);
    }

    @Test
    void listsSayWhatThereIs() {
        assertThat(run("--list-misbehaviours")).isZero();
        assertThat(out.toString())
                .contains("replayed-authorization", "Demanded: FAILED_ChallengeInvalid (row 14");
        assertThat(run("--list-quirks")).isZero();
        assertThat(out.toString()).contains("vw-group", "EVerest");
    }

    @Test
    void namesNobodyKnowsAreStatusTwoAndWhereToLook() throws Exception {
        assertThat(run("--interface", "lo", "--misbehave", "dance")).isEqualTo(2);
        assertThat(err.toString()).contains("dance; --list-misbehaviours");
        assertThat(run("--interface", "lo", "--quirk", "ufo")).isEqualTo(2);
        assertThat(err.toString()).contains("ufo; --list-quirks");
        assertThat(run("--interface", "lo", "--fleet", "3", "--misbehaving", "200")).isEqualTo(2);
        assertThat(run("--interface", "lo", "--evil-chains", "lab")).isEqualTo(2);
        assertThat(err.toString()).contains("SEED@INSTANT");
        Path script = Files.writeString(directory.resolve("bad.yaml"), "version: 1\ndrvier: []");
        assertThat(run("--interface", "lo", "--script", script.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("bad.yaml:2:9: unknown key drvier; there are: car");
        assertThat(run("--interface", "lo", "--script", "nowhere.yaml")).isEqualTo(2);
        assertThat(err.toString()).contains("nowhere.yaml: can't be read");
    }

    @Test
    void unknownInterfaceIsNamedWithThoseThereAre() {
        assertThat(run("--interface", "nosuch0")).isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("there is no interface nosuch0; there are: ");
    }

    @Test
    void missingOrDamagedPkiIsOneLine() throws Exception {
        String loopback =
                java.net.NetworkInterface.networkInterfaces().findFirst().orElseThrow().getName();
        assertThat(run("--interface", loopback, "--auth", "pnc", "--pki", directory.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("cannot read the PKI in", "v2gpki new DIR");

        Path certificates =
                Files.createDirectories(directory.resolve("iso15118_2").resolve("certs"));
        Files.writeString(certificates.resolve("v2gRootCACert.der"), "no certificate");
        assertThat(run("--interface", loopback, "--tls", "--pki", directory.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("is damaged").doesNotContain("Exception");
    }

    private int run(String... arguments) {
        CommandLine line = EvccCommand.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }
}
