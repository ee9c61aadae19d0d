package org.plugcharge.ca;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.Pem;
import org.plugcharge.certs.VerificationKey;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The part of the command line that says who may come in, and who has to agree. */
final class AccessOptions {

    @Option(
            names = "--jwks",
            paramLabel = "URI",
            description = "key set of the OAuth2 server whose access tokens count here")
    private @Nullable URI jwks;

    @Option(
            names = "--jwt-issuer",
            paramLabel = "TEXT",
            description = "what has to stand in iss; needed with --jwks")
    private @Nullable String issuer;

    @Option(
            names = "--jwt-audience",
            paramLabel = "TEXT",
            description = "what has to stand in aud; needed with --jwks")
    private @Nullable String audience;

    @Option(
            names = "--tls-port",
            paramLabel = "PORT",
            description =
                    "listen there too, with TLS and a certificate from the operator's root; knows"
                            + " clients by their certificates")
    private @Nullable Integer tlsPort;

    @Option(
            names = "--tls-name",
            paramLabel = "NAME",
            description = "DNS name or address in that certificate; default localhost, 127.0.0.1")
    private List<String> tlsNames = new ArrayList<>();

    @Option(
            names = "--approvers",
            paramLabel = "FILE",
            description =
                    "who has to agree before a CA is made, imported, followed or crossed: one a"
                            + " line, NAME PUBLIC-KEY-FILE (PEM; P-256, P-521 or Ed448); without it"
                            + " every missing CA is made at the start")
    private @Nullable Path approvers;

    @Option(names = "--approvals", paramLabel = "N", description = "how many of them; default 2")
    private int approvals = 2;

    Optional<PkiCaOptions.TokenIssuer> tokenIssuer() {
        if (jwks == null && issuer == null && audience == null) {
            return Optional.empty();
        }
        if (jwks == null || issuer == null || audience == null) {
            throw new IllegalArgumentException(
                    "--jwks, --jwt-issuer and --jwt-audience belong together: give all three");
        }
        if (!List.of("http", "https", "file").contains(String.valueOf(jwks.getScheme()))) {
            throw new IllegalArgumentException(
                    "--jwks: expected http, https or file, as in"
                            + " file:///etc/pki-ca/jwks.json");
        }
        return Optional.of(new PkiCaOptions.TokenIssuer(issuer, audience, jwks));
    }

    Optional<PkiCaOptions.Tls> tls() {
        return Optional.ofNullable(tlsPort)
                .map(port ->
                        new PkiCaOptions.Tls(
                                port,
                                tlsNames.isEmpty() ? List.of("localhost", "127.0.0.1") : tlsNames));
    }

    PkiCaOptions.Approval approval() throws IOException {
        if (approvers == null) {
            return PkiCaOptions.Approval.none();
        }
        if (approvals < 1) {
            throw new IllegalArgumentException("--approvals: at least 1, or leave --approvers out");
        }
        return new PkiCaOptions.Approval(approvals, approvers(approvers));
    }

    /** Names and keys of such a file; {@link IllegalArgumentException} names the line. */
    static Map<String, VerificationKey> approvers(Path file) throws IOException {
        Map<String, VerificationKey> found = new TreeMap<>();
        int number = 0;
        for (String text : Files.readAllLines(file)) {
            number++;
            if (text.isBlank() || text.startsWith("#")) {
                continue;
            }
            String[] words = text.strip().split("\\s+", -1);
            if (words.length != 2 || found.containsKey(words[0])) {
                throw new IllegalArgumentException(
                        file + " line " + number + ": expected NAME PUBLIC-KEY-FILE, a name once");
            }
            found.put(words[0], publicKey(file.resolveSibling(words[1])));
        }
        return found;
    }

    private static VerificationKey publicKey(Path file) throws IOException {
        VerificationKey key =
                Pem.blocks("PUBLIC KEY", Files.readString(file)).stream()
                        .findFirst()
                        .map(VerificationKey::of)
                        .orElseThrow(() ->
                                new IllegalArgumentException(file + ": no PUBLIC KEY in PEM"));
        if (key.type().isEmpty()) {
            throw new IllegalArgumentException(file + ": expected a P-256, P-521 or Ed448 key");
        }
        return key;
    }
}
