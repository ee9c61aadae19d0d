package org.plugcharge.certs.host;

import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.MalformedCertificateException;
import org.plugcharge.certs.OcspQuestion;
import org.plugcharge.certs.OcspResponse;
import org.plugcharge.certs.Verified;
import org.plugcharge.exi.Bytes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * Asks the OCSP responders that the certificates of a verified path name.
 *
 * <p>Only plain http URLs inside certificates whose chain to a trusted root was validated are
 * asked, so a stranger's certificate makes us connect nowhere. No redirects, a limit on the
 * answer's size, one limit on the time of all questions together. Answers are values for a {@link
 * org.plugcharge.certs.RevocationSnapshot}; nothing is judged here.
 */
public final class OcspFetcher implements AutoCloseable {

    private static final String REQUEST_TYPE = "application/ocsp-request";

    private static final int NONCE_OCTETS = 16;

    private final HttpClient client;
    private final Duration timeout;
    private final Optional<Entropy> nonces;

    /** A fetcher that gives up on all questions of a chain after {@code timeout}. */
    public OcspFetcher(Duration timeout) {
        this(timeout, Optional.empty());
    }

    /**
     * The same with a fresh nonce in every question. An answer with another nonce is dropped; one
     * without counts, as of responders that sign in advance.
     */
    public OcspFetcher(Duration timeout, Entropy nonces) {
        this(timeout, Optional.of(nonces));
    }

    private OcspFetcher(Duration timeout, Optional<Entropy> nonces) {
        this.timeout = timeout;
        this.nonces = nonces;
        this.client =
                HttpClient.newBuilder()
                        .connectTimeout(timeout)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    /** What one certificate's responder said, or why it did not. */
    public record Outcome(
            Certificate certificate, Optional<OcspResponse> response, String problem) {}

    /**
     * Asks for every certificate below the root, all at once; one outcome each, in path order.
     * {@code verified} comes from validation with revocation not checked.
     */
    public List<Outcome> ask(Verified verified) {
        List<Certificate> path = verified.path();
        List<CompletableFuture<Outcome>> asked = new ArrayList<>();
        for (int i = 0; i + 1 < path.size(); i++) {
            asked.add(ask(path.get(i), path.get(i + 1)));
        }
        return asked.stream().map(CompletableFuture::join).toList();
    }

    /** The answers there were. */
    public List<OcspResponse> responses(Verified verified) {
        return ask(verified).stream().flatMap(outcome -> outcome.response().stream()).toList();
    }

    private CompletableFuture<Outcome> ask(Certificate certificate, Certificate issuer) {
        Optional<URI> url =
                certificate.fields().ocspUrls().stream()
                        .flatMap(text -> http(text).stream())
                        .findFirst();
        if (url.isEmpty()) {
            return CompletableFuture.completedFuture(
                    new Outcome(certificate, Optional.empty(), "names no http OCSP responder"));
        }
        Optional<Bytes> nonce = nonces.map(entropy -> entropy.next(NONCE_OCTETS));
        HttpRequest request =
                HttpRequest.newBuilder(url.get())
                        .timeout(timeout)
                        .header("Content-Type", REQUEST_TYPE)
                        .header("Accept", "application/ocsp-response")
                        .POST(
                                BodyPublishers.ofByteArray(
                                        OcspQuestion.about(certificate, issuer)
                                                .request(nonce)
                                                .toArray()))
                        .build();
        return client.sendAsync(request, BodyHandlers.ofInputStream())
                .thenApplyAsync(OcspFetcher::read)
                .thenApply(answer -> echoing(answer, nonce))
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(response -> new Outcome(certificate, Optional.of(response), ""))
                .exceptionally(
                        problem -> new Outcome(certificate, Optional.empty(), text(problem)));
    }

    private static OcspResponse echoing(OcspResponse answer, Optional<Bytes> nonce) {
        if (nonce.isPresent() && answer.nonce().isPresent() && !answer.nonce().equals(nonce)) {
            throw new MalformedResponseException(
                    "an answer to another question: its nonce differs");
        }
        return answer;
    }

    private static OcspResponse read(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                throw new MalformedResponseException("HTTP status " + response.statusCode());
            }
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            body.transferTo(new Limited(octets));
            return OcspResponse.parse(Bytes.owning(octets.toByteArray()));
        } catch (MalformedCertificateException e) {
            throw new MalformedResponseException(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private static final class MalformedResponseException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MalformedResponseException(String message) {
            super(message);
        }
    }

    /** Breaks off a body that is too long. */
    private static final class Limited extends java.io.OutputStream {
        private final ByteArrayOutputStream octets;

        Limited(ByteArrayOutputStream octets) {
            this.octets = octets;
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] part, int offset, int length) throws IOException {
            if (octets.size() + length > OcspResponse.MAX_OCTETS) {
                throw new IOException(
                        "an answer longer than " + OcspResponse.MAX_OCTETS + " octets");
            }
            octets.write(part, offset, length);
        }
    }

    private static String text(Throwable problem) {
        Throwable cause =
                problem instanceof CompletionException && problem.getCause() != null
                        ? problem.getCause()
                        : problem;
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static Optional<URI> http(String text) {
        try {
            URI uri = URI.create(text);
            boolean plain =
                    "http".equals(uri.getScheme())
                            && uri.getHost() != null
                            && uri.getUserInfo() == null;
            return plain ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
