package org.plugcharge.certs.host;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.EvilChain;
import org.plugcharge.certs.EvilCorpus;
import org.plugcharge.certs.OcspResponse;
import org.plugcharge.certs.Pem;
import org.plugcharge.certs.RevocationList;
import org.plugcharge.certs.TrustAnchors;
import org.plugcharge.exi.Bytes;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** The command {@code v2gpki evil}. */
@Command(
        name = "evil",
        mixinStandardHelpOptions = true,
        description = {
            "Writes chains that must be refused into DIR, which must be empty or not exist: for the"
                    + " tests of everybody",
            "who judges ISO 15118 certificates. Each chain has a folder: chain.pem, anchors.pem,"
                    + " and what is known of",
            "revocation as ocsp-N.der and crl-N.der. What cannot be written as a certificate is"
                    + " still a PEM block.",
            "DIR/table.tsv says what each is judged for and when, what is wrong, the verdict it"
                    + " must get, and the response",
            "codes of ISO 15118-2 and -20 and of OCPP that follow. The folder good holds a right"
                    + " chain.",
            "The same --seed and --at give the same octets."
        })
public final class EvilCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "where to write; must be empty or not exist")
    private Path directory = Path.of(".");

    @Option(
            names = "--seed",
            paramLabel = "TEXT",
            defaultValue = "evil",
            description = "default: ${DEFAULT-VALUE}")
    private String seed = "evil";

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description =
                    "when the chains are to be judged, as in 2026-11-21T00:00:00Z; default now")
    private @Nullable Instant at;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        try {
            int count = write(directory, Bytes.of(seed.getBytes(StandardCharsets.UTF_8)), when());
            line.getOut().printf("%d chains that must be refused, in %s%n", count, directory);
            line.getOut().flush();
            return CommandLine.ExitCode.OK;
        } catch (FileAlreadyExistsException e) {
            line.getErr()
                    .println(
                            "v2gpki: %s is not empty: name another directory, nothing was written"
                                    .formatted(directory));
        } catch (FileSystemException e) {
            line.getErr()
                    .println(
                            "v2gpki: cannot write %s: %s"
                                    .formatted(e.getFile(), e.getClass().getSimpleName()));
        } catch (IOException e) {
            line.getErr().println("v2gpki: " + e.getMessage());
        }
        line.getErr().flush();
        return CommandLine.ExitCode.SOFTWARE;
    }

    private Instant when() {
        return at == null ? Instant.now() : at;
    }

    /** Writes the corpus and says how many chains it has. */
    static int write(Path directory, Bytes seed, Instant at) throws IOException {
        if (Files.exists(directory)
                && (!Files.isDirectory(directory) || !PkiFolder.isEmpty(directory))) {
            throw new FileAlreadyExistsException(directory.toString());
        }
        Files.createDirectories(directory);
        StringBuilder table =
                new StringBuilder("id\tjudged as\tat\tverdict\tiso2\tiso20\tocpp\tfault\n");
        List<EvilChain> all = EvilCorpus.all(seed, at);
        for (EvilChain evil : all) {
            write(directory.resolve(evil.id()), evil);
            table.append(row(evil));
        }
        Files.writeString(directory.resolve("table.tsv"), table);
        var pki = EvilCorpus.pki(seed, at);
        write(
                directory.resolve("good"),
                pki.chain(org.plugcharge.certs.Iso2Profile.CONTRACT_LEAF),
                pki.anchors());
        return all.size();
    }

    private static void write(Path folder, EvilChain evil) throws IOException {
        write(folder, evil.chain(), evil.anchors());
        int number = 0;
        for (OcspResponse response : evil.revocation().responses()) {
            Files.write(
                    folder.resolve("ocsp-%d.der".formatted(number++)), response.der().toArray());
        }
        number = 0;
        for (RevocationList list : evil.revocation().lists()) {
            Files.write(folder.resolve("crl-%d.der".formatted(number++)), list.der().toArray());
        }
    }

    private static void write(Path folder, CertificateChain chain, TrustAnchors anchors)
            throws IOException {
        Files.createDirectory(folder);
        Files.writeString(folder.resolve("chain.pem"), chain.pem());
        List<Bytes> roots =
                Stream.of(
                                anchors.v2gRoots(),
                                anchors.moRoots(),
                                anchors.oemRoots(),
                                anchors.operatorRoots())
                        .flatMap(List::stream)
                        .map(Certificate::der)
                        .distinct()
                        .toList();
        Files.writeString(folder.resolve("anchors.pem"), Pem.ofCertificates(roots));
    }

    private static String row(EvilChain evil) {
        return String.join(
                        "\t",
                        evil.id(),
                        evil.purpose().toString(),
                        evil.at().toString(),
                        evil.expected().name(),
                        evil.expected().iso2ResponseCode(),
                        evil.expected().iso20ResponseCode(),
                        evil.expected().ocpp().certificateStatus(),
                        evil.fault())
                + "\n";
    }
}
