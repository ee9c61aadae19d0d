package org.plugcharge.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plugcharge.ca.RunningCa.Answer;
import org.plugcharge.certs.CertificateProfile;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.KeyType;
import org.plugcharge.certs.Pem;
import org.plugcharge.certs.Profiles;
import org.plugcharge.certs.SoftwareKey;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Roots that follow each other and roots that certify each other, judged by OpenSSL. */
class RollOverPeerTest {

    @TempDir private static Path directory;

    private static PkiCa first;
    private static PkiCa second;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        boolean found;
        try {
            found = run("openssl", "version").startsWith("0 ");
        } catch (IOException e) {
            found = false;
        }
        assumeTrue(found, "skipped: no openssl in PATH");
        first = PkiCa.start(RunningCa.clients(PkiCaOptions.standard()));
        second = PkiCa.start(RunningCa.clients(PkiCaOptions.standard().called("other")));
        Runtime.getRuntime().addShutdownHook(new Thread(first::close));
        Runtime.getRuntime().addShutdownHook(new Thread(second::close));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iso2", "iso20-p521", "iso20-ed448"})
    void aLeafIsGoodUnderTheOldRootAndUnderTheNewOne(String edition)
            throws IOException, InterruptedException {
        CertificateProfile root = Profiles.byId(edition + ".v2g-root").orElseThrow();
        Answer before = station(first, edition, "DE*PNC*E00001");
        String old = Pem.of(Pem.CERTIFICATE, first.authority(root).der());
        List<Bytes> made = Pem.certificates(held(first, "roll-over", root.id(), "").text("result"));
        String fresh = Pem.of(Pem.CERTIFICATE, made.get(0));
        List<Bytes> links = made.subList(1, 3);
        assertThat(verify(old, before, List.of())).startsWith("0 ");
        assertThat(verify(fresh, before, links)).startsWith("0 ");
        assertThat(verify(fresh, before, List.of())).doesNotStartWith("0 ");
        held(first, "create", edition + ".cpo-sub-ca-1", "");
        held(first, "create", edition + ".cpo-sub-ca-2", "");
        Answer after = station(first, edition, "DE*PNC*E00002");
        assertThat(after.text("root")).isEqualTo(fresh);
        assertThat(after.text("issuer")).isEqualTo(edition + ".cpo-sub-ca-2.g2");
        assertThat(verify(fresh, after, List.of())).startsWith("0 ");
        assertThat(verify(old, after, links)).startsWith("0 ");
        Answer again =
                RunningCa.get(
                        first,
                        RunningCa.CSMS,
                        "/api/v1/certificates/"
                                + before.text("issuer")
                                + "/"
                                + before.text("serial"));
        assertThat(again.text("chain")).isEqualTo(before.text("chain"));
        assertThat(RunningCa.get(first, "", "/api/v1/cross-certificates").body().size())
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void aLeafIsGoodUnderTheRootOfTheOtherOperator() throws IOException, InterruptedException {
        CertificateProfile root = Profiles.byId("lab.v2g-root").orElseThrow();
        Answer leaf = station(first, "lab", "DE*PNC*E00003");
        String own = Pem.of(Pem.CERTIFICATE, first.authority(root).der());
        String other = Pem.of(Pem.CERTIFICATE, second.authority(root).der());
        assertThat(verify(other, leaf, List.of())).doesNotStartWith("0 ");
        String cross =
                held(
                                second,
                                "cross-certify",
                                root.id(),
                                ",\"certificate\":\"" + own.replace("\n", "\\n") + "\"")
                        .text("result");
        assertThat(verify(other, leaf, Pem.certificates(cross))).startsWith("0 ");
        held(
                first,
                "import",
                root.id() + "-cross",
                ",\"certificate\":\"" + cross.replace("\n", "\\n") + "\"");
        assertThat(RunningCa.get(first, "", "/api/v1/cross-certificates").body().toString())
                .contains("\"elsewhere\"");
    }

    private static Answer station(PkiCa ca, String edition, String name) {
        KeyType type = Profiles.byId(edition + ".secc-leaf").orElseThrow().keyType();
        SoftwareKey key =
                SoftwareKey.generate(type, Entropy.seeded(Bytes.of((byte) 3), edition + name));
        Answer answer =
                RunningCa.post(
                        ca,
                        RunningCa.CSMS,
                        "/api/v1/enrol/" + edition + ".secc-leaf",
                        RunningCa.enrolment(key, name));
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer;
    }

    private static Answer held(PkiCa ca, String act, String profile, String more) {
        Answer proposed =
                RunningCa.post(
                        ca,
                        RunningCa.ADMIN,
                        "/api/v1/ceremonies",
                        "{\"act\":\"%s\",\"profile\":\"%s\"%s}".formatted(act, profile, more));
        Answer performed =
                RunningCa.post(
                        ca,
                        RunningCa.ADMIN,
                        "/api/v1/ceremonies/" + proposed.text("id") + "/perform",
                        "{}");
        assertThat(performed.status()).as("%s", performed).isEqualTo(200);
        return performed;
    }

    private static String verify(String root, Answer leaf, List<Bytes> links)
            throws IOException, InterruptedException {
        List<Bytes> chain = new ArrayList<>(Pem.certificates(leaf.text("chain")));
        Path rootFile = write("root.pem", root);
        Path leafFile = write("leaf.pem", Pem.of(Pem.CERTIFICATE, chain.removeFirst()));
        chain.addAll(links);
        Path between = write("between.pem", Pem.ofCertificates(chain));
        return run(
                "openssl",
                "verify",
                "-x509_strict",
                "-CAfile",
                rootFile.toString(),
                "-untrusted",
                between.toString(),
                leafFile.toString());
    }

    private static Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + output;
    }
}
