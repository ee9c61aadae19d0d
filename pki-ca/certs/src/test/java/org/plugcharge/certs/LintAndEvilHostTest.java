package org.plugcharge.certs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** {@code v2gpki lint} and {@code v2gpki evil} as somebody uses them. */
class LintAndEvilHostTest {

    private static final TestPki PKI = TestPki.create(7, TestClock.NOW);

    @TempDir private Path directory;

    private String out = "";
    private String err = "";

    @Test
    void aRightChainHasWarningsOnly() throws IOException {
        Path file = chain(PKI.chain(Iso2Profile.SECC_LEAF));
        assertThat(run("lint", file.toString())).isZero();
        assertThat(out)
                .contains("certificate 0 as iso2.secc-leaf", "as iso2.cpo-sub-ca-2")
                .contains("WARNING house.test-policy")
                .doesNotContain("ERROR");
    }

    @Test
    void aWrongOneHasErrorsInEveryFormat() throws IOException {
        Certificate wrong =
                Forge.copy(PKI.certificate(Iso2Profile.SECC_LEAF))
                        .subject(name -> name.replace("DC=CPO", "DC=V2G"))
                        .signedBy(PKI.key(Iso2Profile.CPO_SUB_CA_2));
        Path file = chain(PKI.chainOf(wrong, Iso2Profile.SECC_LEAF));
        assertThat(run("lint", "--as", "iso2.secc-leaf", file.toString())).isEqualTo(1);
        assertThat(out).contains("ERROR   iso2.domain-component", "[V2G2-925]");
        assertThat(run("lint", "--format", "json", "--as", "iso2.secc-leaf", file.toString()))
                .isEqualTo(1);
        assertThat(out)
                .contains("\"rule\":\"iso2.domain-component\",\"severity\":\"error\"")
                .contains("\"profile\":\"iso2.secc-leaf\"");
        assertThat(run("lint", "--format", "sarif", "--as", "iso2.secc-leaf", file.toString()))
                .isEqualTo(1);
        assertThat(out)
                .contains("\"version\":\"2.1.0\"")
                .contains("\"ruleId\":\"iso2.domain-component\",\"level\":\"error\"");
    }

    @Test
    void derTheLabAndTheRules() throws IOException {
        Iso20TestPki lab = PKI.iso20(KeyType.P256);
        Path der = directory.resolve("vehicle.der");
        Files.write(der, lab.certificate(Iso20Profile.VEHICLE_LEAF).der().toArray());
        assertThat(run("lint", "--lab", der.toString())).isZero();
        assertThat(out).contains("as lab.vehicle-leaf", "iso20.lab");
        assertThat(run("lint", "--rules")).isZero();
        assertThat(out.lines()).hasSameSizeAs(Linter.RULES);
    }

    @Test
    void whatCannotBeRead() throws IOException {
        assertThat(run("lint", directory.resolve("none").toString())).isEqualTo(1);
        assertThat(err).contains("no file");
        Path text = directory.resolve("text.pem");
        Files.writeString(text, "-----BEGIN NOTHING-----\n-----END NOTHING-----\n");
        assertThat(run("lint", text.toString())).isEqualTo(1);
        assertThat(err).contains("no CERTIFICATE");
        Path noise = directory.resolve("noise.der");
        Files.write(noise, new byte[] {1, 2, 3});
        assertThat(run("lint", noise.toString())).isEqualTo(1);
        assertThat(out).contains("rfc5280.der");
        assertThat(run("lint")).isEqualTo(2);
        assertThat(run("lint", "--as", "iso2.nobody", noise.toString())).isEqualTo(2);
        assertThat(err).contains("no profile iso2.nobody");
    }

    @Test
    void theEvilCorpusOnDisk() throws IOException {
        Path evil = directory.resolve("evil");
        assertThat(run("evil", evil.toString(), "--at", TestClock.NOW.toString())).isZero();
        List<String> table = Files.readAllLines(evil.resolve("table.tsv"));
        try (Stream<Path> folders = Files.list(evil).filter(Files::isDirectory)) {
            assertThat(folders.count()).isEqualTo(table.size()); // the head for the good one
        }
        assertThat(table)
                .anyMatch(row ->
                        row.startsWith("expired-leaf\tcontract\t2026-11-21T12:00:00Z\tEXPIRED"));
        assertThat(evil.resolve("revoked-leaf/ocsp-0.der")).isNotEmptyFile();
        assertThat(evil.resolve("crl-delta-revoked/crl-1.der")).isNotEmptyFile();
        assertThat(CertificateChain.ofPem(Files.readString(evil.resolve("good/chain.pem"))).all())
                .hasSize(3);
        assertThat(run("evil", evil.toString())).isEqualTo(1);
        assertThat(err).contains("is not empty");
    }

    private Path chain(CertificateChain chain) throws IOException {
        Path file = directory.resolve("chain.pem");
        Files.writeString(file, chain.pem());
        return file;
    }

    private int run(String... arguments) {
        StringWriter outText = new StringWriter();
        StringWriter errText = new StringWriter();
        int status =
                V2gPki.commandLine()
                        .setOut(new PrintWriter(outText))
                        .setErr(new PrintWriter(errText))
                        .execute(arguments);
        out = outText.toString();
        err = errText.toString();
        return status;
    }
}
