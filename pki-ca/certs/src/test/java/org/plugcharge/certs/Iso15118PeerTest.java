package org.plugcharge.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plugcharge.certs.ContractKeyDelivery.Sealed;
import org.plugcharge.certs.host.PkiFolder;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Our PKI folder and our key delivery in the hands of the PyPI package iso15118, an independent
 * stack.
 */
class Iso15118PeerTest {

    private static final String PEER = "ISO15118_PEER";

    private static final String PREAMBLE =
            """
            import sys
            from iso15118.shared.settings import SettingKey, shared_settings
            shared_settings[SettingKey.PKI_PATH] = sys.argv[1] + "/"
            shared_settings[SettingKey.ENABLE_TLS_1_3] = False
            from iso15118.shared.security import *
            def key(path, password): return load_priv_key(path, KeyEncoding.PEM, password)
            def scalar(private): return "%064x" % private.private_numbers().private_value
            """;

    private final TestPki pki = TestPki.create(11, Instant.now());

    @TempDir private Path directory;

    @BeforeEach
    void write() throws IOException {
        String python = System.getenv(PEER);
        assumeTrue(
                python != null && Files.isExecutable(Path.of(python)),
                "skipped: no "
                        + PEER
                        + ", the python executable of a venv with iso15118==0.31.2 and aiofile");
        PkiFolder.write(directory.resolve("pki"), pki);
    }

    @Test
    void itVerifiesOurChainsAndOpensOurKeys() throws Exception {
        assertThat(
                        python(
                                """
                                def verify(leaf, sub2, sub1, root):
                                    verify_certs(load_cert(leaf), [load_cert(sub2), load_cert(sub1)], load_cert(root))
                                verify(CertPath.SECC_LEAF_DER, CertPath.CPO_SUB_CA2_DER, CertPath.CPO_SUB_CA1_DER, CertPath.V2G_ROOT_DER)
                                verify(CertPath.CONTRACT_LEAF_DER, CertPath.MO_SUB_CA2_DER, CertPath.MO_SUB_CA1_DER, CertPath.MO_ROOT_DER)
                                verify(CertPath.OEM_LEAF_DER, CertPath.OEM_SUB_CA2_DER, CertPath.OEM_SUB_CA1_DER, CertPath.OEM_ROOT_DER)
                                verify(CertPath.CPS_LEAF_DER, CertPath.CPS_SUB_CA2_DER, CertPath.CPS_SUB_CA1_DER, CertPath.V2G_ROOT_DER)
                                get_ssl_context(True)
                                get_ssl_context(False)
                                print(scalar(key(KeyPath.CONTRACT_LEAF_PEM, KeyPasswordPath.CONTRACT_LEAF_KEY_PASSWORD)))
                                print(get_cert_cn(load_cert(CertPath.CONTRACT_LEAF_DER)))
                                """))
                .isEqualTo(
                        pki.key(Iso2Profile.CONTRACT_LEAF).scalar().toHex()
                                + "\n"
                                + pki.options().emaid().canonical()
                                + "\n");
    }

    @Test
    void itOpensWhatWeSealAndWeOpenWhatItSeals() throws Exception {
        SoftwareKey contract = pki.key(Iso2Profile.CONTRACT_LEAF);
        SoftwareKey vehicle = pki.key(Iso2Profile.OEM_PROVISIONING_LEAF);
        Sealed ours =
                ContractKeyDelivery.seal(
                        contract, vehicle.publicKey(), Entropy.seeded(Bytes.of((byte) 5), "peer"));
        assertThat(
                        python(
                                """
                                from cryptography.hazmat.primitives.asymmetric import ec
                                point = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), bytes.fromhex("%s"))
                                car = key(KeyPath.OEM_LEAF_PEM, KeyPasswordPath.OEM_LEAF_KEY_PASSWORD)
                                print(decrypt_priv_key(bytes.fromhex("%s"), car, point).hex())
                                """
                                        .formatted(ours.dhPublicKey(), ours.encryptedPrivateKey())))
                .isEqualTo(contract.scalar().toHex() + "\n");

        String[] theirs =
                python(
                                """
                                contract = key(KeyPath.CONTRACT_LEAF_PEM, KeyPasswordPath.CONTRACT_LEAF_KEY_PASSWORD)
                                point, sealed = encrypt_priv_key(load_cert(CertPath.OEM_LEAF_DER), contract)
                                print(point.hex())
                                print(sealed.hex())
                                """)
                        .split("\n", -1);
        Sealed sealed = new Sealed(Bytes.fromHex(theirs[1]), Bytes.fromHex(theirs[0]));
        assertThat(ContractKeyDelivery.open(sealed, vehicle, contract.publicKey()).scalar())
                .isEqualTo(contract.scalar());
    }

    private String python(String script) throws IOException, InterruptedException {
        Path file = directory.resolve("peer.py");
        Files.writeString(file, PREAMBLE + script);
        Path errors = directory.resolve("peer.err");
        Process process =
                new ProcessBuilder(
                                String.valueOf(System.getenv(PEER)),
                                "-W",
                                "ignore",
                                file.toString(),
                                directory.resolve("pki").toString())
                        .directory(directory.toFile())
                        .redirectError(errors.toFile())
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
        return output;
    }
}
