package org.plugcharge.certs.host;

import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.EncryptedKey;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.KeyType;
import org.plugcharge.certs.KeyedCertificate;
import org.plugcharge.certs.Pem;
import org.plugcharge.certs.SoftwareKey;
import org.plugcharge.certs.TestPki;
import org.plugcharge.certs.TrustAnchors;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A PKI on disk, in the layout the PyPI package iso15118 reads: {@code DIR/iso15118_2/certs} (each
 * certificate as DER and as PEM, two chains as PEM) and {@code DIR/iso15118_2/private_keys}
 * (encrypted PKCS#8 as PEM, passwords in text files).
 *
 * <p>This is the ISO 15118-2 half; {@link Iso20Folder} is the other.
 *
 * <p>What that package does not know lies beside it in {@code DIR/plugcharge}: the operator's root
 * and server, and the OCSP signers. Keys are readable by their owner only, where the file system
 * can say so.
 *
 * @param directory the folder that holds {@code iso15118_2}
 */
public record PkiFolder(Path directory) {

    /** The password of every key file: it is written beside the keys and protects nothing. */
    public static final String PASSWORD = "12345";

    private static final int MAX_FILE_OCTETS = 100_000;

    private static final Map<Iso2Profile, String> NAMES = names();

    /** One file that was written, and the certificate in it if there is one. */
    public record Written(Path file, String what) {}

    /**
     * Writes the whole PKI; {@link FileAlreadyExistsException} before anything is written if the
     * directory holds anything.
     */
    public static List<Written> write(Path directory, TestPki pki) throws IOException {
        if (Files.exists(directory) && (!Files.isDirectory(directory) || !isEmpty(directory))) {
            throw new FileAlreadyExistsException(
                    directory.toString(), null, "is not an empty directory");
        }
        PkiFolder folder = new PkiFolder(directory);
        Files.createDirectories(folder.certificates());
        Files.createDirectories(folder.keys());
        Files.createDirectories(folder.beside());
        List<Written> written = new ArrayList<>();
        for (Iso2Profile profile : NAMES.keySet()) {
            folder.write(profile, pki.member(profile), pki.options().seed(), written);
        }
        writeChain(
                folder.certificates().resolve("cpoCertChain.pem"),
                pki.chain(Iso2Profile.SECC_LEAF),
                written);
        writeChain(
                folder.certificates().resolve("oemCertChain.pem"),
                pki.chain(Iso2Profile.OEM_PROVISIONING_LEAF),
                written);
        writePasswords(folder.keys(), written);
        for (Iso2Profile authority : Iso2Profile.authorities()) {
            String name = "ocsp-" + authority.id().substring("iso2.".length());
            folder.writeBeside(name, pki.ocspSigner(authority), pki.options().seed(), written);
        }
        return List.copyOf(written);
    }

    /**
     * Writes the whole PKI of both generations: the -2 half as {@link #write}, and beside it the
     * -20 half for P-521, for Ed448 and as lab profile.
     */
    public static List<Written> writeAll(Path directory, TestPki pki) throws IOException {
        List<Written> written = new ArrayList<>(write(directory, pki));
        for (KeyType key : List.of(KeyType.P521, KeyType.ED448, KeyType.P256)) {
            written.addAll(Iso20Folder.write(directory, pki.iso20(key), pki.options().seed()));
        }
        return List.copyOf(written);
    }

    static void writePasswords(Path keys, List<Written> written) throws IOException {
        for (String name :
                List.of("seccLeaf", "oemLeaf", "contractLeaf", "cpsLeaf", "moSubCA2Leaf")) {
            Path file = keys.resolve(name + "Password.txt");
            writeSecret(file, PASSWORD + "\n");
            written.add(new Written(file, "password"));
        }
    }

    /** The certificate of this profile; {@link NoSuchFileException} if it is not there. */
    public Certificate certificate(Iso2Profile profile) throws IOException {
        Path file = folder(profile).resolve(name(profile) + "Cert.der");
        return Certificate.parse(Bytes.owning(read(file)));
    }

    /** The private key of this profile; {@link NoSuchFileException} if it is not there. */
    public SoftwareKey key(Iso2Profile profile) throws IOException {
        Path file = (isKnownToPeer(profile) ? keys() : beside()).resolve(name(profile) + ".key");
        return EncryptedKey.open(
                new String(read(file), StandardCharsets.US_ASCII), password(profile));
    }

    /** Certificate and key of this profile. */
    public KeyedCertificate member(Iso2Profile profile) throws IOException {
        return new KeyedCertificate(certificate(profile), key(profile));
    }

    /** The certificate with its sub-CAs, nearest first, without root. */
    public CertificateChain chain(Iso2Profile leaf) throws IOException {
        List<Bytes> subCertificates = new ArrayList<>();
        var issuer = leaf.issuer();
        while (issuer.isPresent() && !issuer.get().profile().selfSigned()) {
            subCertificates.add(certificate(issuer.get()).der());
            issuer = issuer.get().issuer();
        }
        return new CertificateChain(certificate(leaf).der(), subCertificates);
    }

    /** Every root that is there, for what it may be trusted for; at least the V2G root must be. */
    public TrustAnchors anchors() throws IOException {
        TrustAnchors anchors = TrustAnchors.none().withV2gRoots(certificate(Iso2Profile.V2G_ROOT));
        if (holds(Iso2Profile.MO_ROOT)) {
            anchors = anchors.withMoRoots(certificate(Iso2Profile.MO_ROOT));
        }
        if (holds(Iso2Profile.OEM_ROOT)) {
            anchors = anchors.withOemRoots(certificate(Iso2Profile.OEM_ROOT));
        }
        if (holds(Iso2Profile.OPERATOR_ROOT)) {
            anchors = anchors.withOperatorRoots(certificate(Iso2Profile.OPERATOR_ROOT));
        }
        return anchors;
    }

    /** Whether the certificate of this profile is there. */
    public boolean holds(Iso2Profile profile) {
        return Files.isRegularFile(folder(profile).resolve(name(profile) + "Cert.der"));
    }

    private void write(
            Iso2Profile profile, KeyedCertificate member, Bytes seed, List<Written> written)
            throws IOException {
        if (!isKnownToPeer(profile)) {
            writeBeside(name(profile), member, seed, written);
            return;
        }
        writeCertificate(certificates(), name(profile), member.certificate(), written);
        writeKey(keys(), name(profile), member.key(), seed, written);
    }

    private void writeBeside(
            String name, KeyedCertificate member, Bytes seed, List<Written> written)
            throws IOException {
        writeCertificate(beside(), name, member.certificate(), written);
        writeKey(beside(), name, member.key(), seed, written);
    }

    static void writeCertificate(
            Path folder, String name, Certificate certificate, List<Written> written)
            throws IOException {
        Path der = folder.resolve(name + "Cert.der");
        Files.write(der, certificate.der().toArray());
        Files.writeString(
                folder.resolve(name + "Cert.pem"), Pem.of(Pem.CERTIFICATE, certificate.der()));
        written.add(
                new Written(
                        der,
                        "%s, until %s"
                                .formatted(
                                        certificate.fields().subject(),
                                        certificate.fields().notAfter())));
    }

    static void writeKey(
            Path folder, String name, SoftwareKey key, Bytes seed, List<Written> written)
            throws IOException {
        Path file = folder.resolve(name + ".key");
        writeSecret(file, EncryptedKey.pem(key, PASSWORD, Entropy.seeded(seed, "file:" + name)));
        written.add(new Written(file, "private key"));
    }

    static void writeChain(Path file, CertificateChain chain, List<Written> written)
            throws IOException {
        Files.writeString(file, chain.pem());
        written.add(new Written(file, "chain of " + chain.all().size()));
    }

    static void writeSecret(Path file, String text) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, text);
    }

    static byte[] read(Path file) throws IOException {
        if (Files.size(file) > MAX_FILE_OCTETS) {
            throw new IOException(file + " is longer than " + MAX_FILE_OCTETS + " octets");
        }
        return Files.readAllBytes(file);
    }

    /** The password file the peer has for this key, else the common password. */
    private String password(Iso2Profile profile) throws IOException {
        String base = profile == Iso2Profile.MO_SUB_CA_2 ? "moSubCA2Leaf" : name(profile);
        Path file = keys().resolve(base + "Password.txt");
        return Files.exists(file)
                ? new String(read(file), StandardCharsets.UTF_8)
                        .lines()
                        .findFirst()
                        .orElse("")
                        .strip()
                : PASSWORD;
    }

    private Path folder(Iso2Profile profile) {
        return isKnownToPeer(profile) ? certificates() : beside();
    }

    private Path certificates() {
        return directory.resolve("iso15118_2").resolve("certs");
    }

    private Path keys() {
        return directory.resolve("iso15118_2").resolve("private_keys");
    }

    private Path beside() {
        return directory.resolve("plugcharge");
    }

    static boolean isEmpty(Path directory) throws IOException {
        try (var entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        }
    }

    private static boolean isKnownToPeer(Iso2Profile profile) {
        return profile != Iso2Profile.OPERATOR_ROOT && profile != Iso2Profile.TLS_SERVER;
    }

    private static String name(Iso2Profile profile) {
        String name = NAMES.get(profile);
        if (name == null) {
            throw new IllegalArgumentException(profile + " has no file of its own");
        }
        return name;
    }

    private static Map<Iso2Profile, String> names() {
        Map<Iso2Profile, String> names = new EnumMap<>(Iso2Profile.class);
        names.put(Iso2Profile.V2G_ROOT, "v2gRootCA");
        names.put(Iso2Profile.CPO_SUB_CA_1, "cpoSubCA1");
        names.put(Iso2Profile.CPO_SUB_CA_2, "cpoSubCA2");
        names.put(Iso2Profile.SECC_LEAF, "seccLeaf");
        names.put(Iso2Profile.MO_ROOT, "moRootCA");
        names.put(Iso2Profile.MO_SUB_CA_1, "moSubCA1");
        names.put(Iso2Profile.MO_SUB_CA_2, "moSubCA2");
        names.put(Iso2Profile.CONTRACT_LEAF, "contractLeaf");
        names.put(Iso2Profile.OEM_ROOT, "oemRootCA");
        names.put(Iso2Profile.OEM_SUB_CA_1, "oemSubCA1");
        names.put(Iso2Profile.OEM_SUB_CA_2, "oemSubCA2");
        names.put(Iso2Profile.OEM_PROVISIONING_LEAF, "oemLeaf");
        names.put(Iso2Profile.CPS_SUB_CA_1, "cpsSubCA1");
        names.put(Iso2Profile.CPS_SUB_CA_2, "cpsSubCA2");
        names.put(Iso2Profile.CPS_LEAF, "cpsLeaf");
        names.put(Iso2Profile.OPERATOR_ROOT, "operatorRoot");
        names.put(Iso2Profile.TLS_SERVER, "server");
        return names;
    }
}
