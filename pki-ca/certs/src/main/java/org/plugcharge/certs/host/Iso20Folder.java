package org.plugcharge.certs.host;

import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.EncryptedKey;
import org.plugcharge.certs.Iso20Profile;
import org.plugcharge.certs.Iso20TestPki;
import org.plugcharge.certs.KeyType;
import org.plugcharge.certs.KeyedCertificate;
import org.plugcharge.certs.SoftwareKey;
import org.plugcharge.certs.TrustAnchors;
import org.plugcharge.certs.host.PkiFolder.Written;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The ISO 15118-20 half of a PKI on disk: {@code DIR/iso15118_20/p521}, {@code
 * DIR/iso15118_20/ed448}, and {@code DIR/lab/iso15118_2} for the lab profile, where the PyPI
 * package iso15118 finds it with {@code PKI_PATH=DIR/lab}.
 *
 * <p>In each {@code certs} and {@code private_keys} with the file names of {@link PkiFolder}, three
 * more for the vehicle, and {@code ocsp} with a signer for each CA.
 *
 * @param directory the folder that holds {@code iso15118_20} and {@code lab}
 */
public record Iso20Folder(Path directory, KeyType keyType) {

    private static final Map<Iso20Profile, String> NAMES = names();

    /** Writes one ecosystem; {@link FileAlreadyExistsException} if its folder exists. */
    public static List<Written> write(Path directory, Iso20TestPki pki, Bytes seed)
            throws IOException {
        Iso20Folder folder = new Iso20Folder(directory, pki.keyType());
        if (Files.exists(folder.root())) {
            throw new FileAlreadyExistsException(folder.root().toString());
        }
        for (Path sub : List.of(folder.certificates(), folder.keys(), folder.ocsp())) {
            Files.createDirectories(sub);
        }
        List<Written> written = new ArrayList<>();
        for (Map.Entry<Iso20Profile, String> entry : NAMES.entrySet()) {
            KeyedCertificate member = pki.member(entry.getKey());
            String name = entry.getValue();
            PkiFolder.writeCertificate(folder.certificates(), name, member.certificate(), written);
            PkiFolder.writeKey(folder.keys(), name, member.key(), seed, written);
        }
        for (Iso20Profile authority : Iso20Profile.authorities()) {
            String name = name(authority);
            KeyedCertificate signer = pki.ocspSigner(authority);
            PkiFolder.writeCertificate(folder.ocsp(), name, signer.certificate(), written);
            PkiFolder.writeKey(folder.ocsp(), name, signer.key(), seed, written);
        }
        PkiFolder.writeChain(
                folder.certificates().resolve("cpoCertChain.pem"),
                pki.chain(Iso20Profile.SECC_LEAF),
                written);
        PkiFolder.writeChain(
                folder.certificates().resolve("oemCertChain.pem"),
                pki.chain(Iso20Profile.OEM_PROVISIONING_LEAF),
                written);
        PkiFolder.writeChain(
                folder.certificates().resolve("vehicleCertChain.pem"),
                pki.chain(Iso20Profile.VEHICLE_LEAF),
                written);
        PkiFolder.writePasswords(folder.keys(), written);
        return List.copyOf(written);
    }

    /** The certificate of this role; {@link NoSuchFileException} if it is not there. */
    public Certificate certificate(Iso20Profile role) throws IOException {
        Path file = certificates().resolve(name(role) + "Cert.der");
        return Certificate.parse(Bytes.owning(PkiFolder.read(file)));
    }

    /** The private key of this role; {@link NoSuchFileException} if it is not there. */
    public SoftwareKey key(Iso20Profile role) throws IOException {
        Path file = keys().resolve(name(role) + ".key");
        return EncryptedKey.open(
                new String(PkiFolder.read(file), StandardCharsets.US_ASCII), PkiFolder.PASSWORD);
    }

    /** Certificate and key of this role. */
    public KeyedCertificate member(Iso20Profile role) throws IOException {
        return new KeyedCertificate(certificate(role), key(role));
    }

    /** The certificate with its sub-CAs, nearest first, without root. */
    public CertificateChain chain(Iso20Profile leaf) throws IOException {
        List<Bytes> subCertificates = new ArrayList<>();
        var issuer = leaf.issuer();
        while (issuer.isPresent() && !issuer.get().profile(keyType).selfSigned()) {
            subCertificates.add(certificate(issuer.get()).der());
            issuer = issuer.get().issuer();
        }
        return new CertificateChain(certificate(leaf).der(), subCertificates);
    }

    /** The three roots, each for what it may be trusted for. */
    public TrustAnchors anchors() throws IOException {
        return TrustAnchors.none()
                .withV2gRoots(certificate(Iso20Profile.V2G_ROOT))
                .withMoRoots(certificate(Iso20Profile.MO_ROOT))
                .withOemRoots(certificate(Iso20Profile.OEM_ROOT));
    }

    private Path root() {
        return switch (keyType) {
            case P256 -> directory.resolve("lab").resolve("iso15118_2");
            case P521 -> directory.resolve("iso15118_20").resolve("p521");
            case ED448 -> directory.resolve("iso15118_20").resolve("ed448");
        };
    }

    private Path certificates() {
        return root().resolve("certs");
    }

    private Path keys() {
        return root().resolve("private_keys");
    }

    private Path ocsp() {
        return root().resolve("ocsp");
    }

    private static String name(Iso20Profile role) {
        String name = NAMES.get(role);
        if (name == null) {
            throw new IllegalArgumentException(role + " has no file of its own");
        }
        return name;
    }

    private static Map<Iso20Profile, String> names() {
        Map<Iso20Profile, String> names = new EnumMap<>(Iso20Profile.class);
        names.put(Iso20Profile.V2G_ROOT, "v2gRootCA");
        names.put(Iso20Profile.CPO_SUB_CA_1, "cpoSubCA1");
        names.put(Iso20Profile.CPO_SUB_CA_2, "cpoSubCA2");
        names.put(Iso20Profile.SECC_LEAF, "seccLeaf");
        names.put(Iso20Profile.MO_ROOT, "moRootCA");
        names.put(Iso20Profile.MO_SUB_CA_1, "moSubCA1");
        names.put(Iso20Profile.MO_SUB_CA_2, "moSubCA2");
        names.put(Iso20Profile.CONTRACT_LEAF, "contractLeaf");
        names.put(Iso20Profile.OEM_ROOT, "oemRootCA");
        names.put(Iso20Profile.OEM_SUB_CA_1, "oemSubCA1");
        names.put(Iso20Profile.OEM_SUB_CA_2, "oemSubCA2");
        names.put(Iso20Profile.OEM_PROVISIONING_LEAF, "oemLeaf");
        names.put(Iso20Profile.VEHICLE_SUB_CA_1, "vehicleSubCA1");
        names.put(Iso20Profile.VEHICLE_SUB_CA_2, "vehicleSubCA2");
        names.put(Iso20Profile.VEHICLE_LEAF, "vehicleLeaf");
        names.put(Iso20Profile.CPS_SUB_CA_1, "cpsSubCA1");
        names.put(Iso20Profile.CPS_SUB_CA_2, "cpsSubCA2");
        names.put(Iso20Profile.CPS_LEAF, "cpsLeaf");
        return names;
    }
}
