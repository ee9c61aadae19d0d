package org.plugcharge.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.Pem;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Revocation lists, read and used by OpenSSL. */
class RevocationListPeerTest {

    @TempDir private Path directory;

    @Test
    void opensslChecksAChainAgainstTheLists() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "skipped: no /usr/bin/openssl");
        try (PkiCa ca = PkiCa.start(RunningCa.clients(PkiCaOptions.standard()))) {
            CaClient client = new CaClient(ca);
            Certificate good = client.contract("DEPNC700000001");
            Certificate held = client.contract("DEPNC700000002");
            Certificate lost = client.contract("DEPNC700000003");
            client.revoke(lost, "keyCompromise");
            for (String id :
                    new String[] {"iso2.mo-root", "iso2.mo-sub-ca-1", "iso2.mo-sub-ca-2"}) {
                write(
                        id + ".pem",
                        Pem.CERTIFICATE,
                        ca.authority(Iso2Profile.byId(id).orElseThrow()).der());
                write(id + ".crl", "X509 CRL", client.list(id + ".crl").der());
            }
            client.revoke(held, "certificateHold");
            write("delta.crl", "X509 CRL", client.list("iso2.mo-sub-ca-2.delta.crl").der());
            write("good.pem", Pem.CERTIFICATE, good.der());
            write("held.pem", Pem.CERTIFICATE, held.der());
            write("lost.pem", Pem.CERTIFICATE, lost.der());

            assertThat(crl("iso2.mo-sub-ca-2.crl"))
                    .startsWith("0 ")
                    .contains("verify OK", "X509v3 CRL Number", "Key Compromise");
            assertThat(crl("delta.crl"))
                    .startsWith("0 ")
                    .contains("verify OK", "Delta CRL Indicator: critical", "Certificate Hold");
            assertThat(verify("good.pem")).startsWith("0 ").contains("OK");
            assertThat(verify("lost.pem")).startsWith("2 ").contains("certificate revoked");
            assertThat(verify("held.pem")).as("not on the full list yet").startsWith("0 ");
            assertThat(verify("-use_deltas -CRLfile delta.crl held.pem"))
                    .startsWith("2 ")
                    .contains("certificate revoked");
            assertThat(verify("-use_deltas -CRLfile delta.crl good.pem")).startsWith("0 ");
            write(
                    "iso2.oem-sub-ca-2.pem",
                    Pem.CERTIFICATE,
                    ca.authority(Iso2Profile.OEM_SUB_CA_2).der());
            assertThat(text("iso2.oem-sub-ca-2.pem"))
                    .contains("URI:" + ca.uri() + "/crl/iso2.oem-sub-ca-1.crl");
            assertThat(text("iso2.mo-sub-ca-2.pem")).doesNotContain("CRL Distribution");
            assertThat(text("good.pem")).doesNotContain("CRL Distribution");
            assertThat(crl("iso2.mo-sub-ca-2.crl"))
                    .contains("URI:" + ca.uri() + "/crl/iso2.mo-sub-ca-2.delta.crl");
        }
    }

    private String crl(String file) throws IOException, InterruptedException {
        return run("openssl crl -noout -text -in " + file + " -CAfile iso2.mo-sub-ca-2.pem");
    }

    private String text(String file) throws IOException, InterruptedException {
        return run("openssl x509 -noout -text -in " + file);
    }

    private String verify(String leaf) throws IOException, InterruptedException {
        return run(
                "openssl verify -x509_strict -crl_check_all -CAfile iso2.mo-root.pem"
                        + " -untrusted iso2.mo-sub-ca-1.pem -untrusted iso2.mo-sub-ca-2.pem"
                        + " -CRLfile iso2.mo-root.crl -CRLfile iso2.mo-sub-ca-1.crl"
                        + " -CRLfile iso2.mo-sub-ca-2.crl "
                        + leaf);
    }

    private void write(String name, String type, Bytes der) throws IOException {
        Files.writeString(directory.resolve(name), Pem.of(type, der));
    }

    private String run(String command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command.split(" ", -1))
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + output;
    }
}
