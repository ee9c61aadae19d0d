package org.plugcharge.pool.authority;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.CertificateRequest;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.MalformedCertificateException;
import org.plugcharge.certs.Pem;
import org.plugcharge.certs.TrustAnchors;
import org.plugcharge.exi.Bytes;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * pki-ca over its REST interface: enrolment, revocation, roots. Answers are limited in size (256
 * KiB) and time (10 s).
 */
public final class HttpAuthority implements CertificateAuthority {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int ANSWER_OCTETS = 262_144;
    private static final int NEWLY_ISSUED = 201;
    private static final int OK = 200;

    private final URI base;
    private final String token;
    private final HttpClient http;
    private final JsonMapper json =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    /** The authority at {@code base} (without path), with the bearer token it gave us. */
    public HttpAuthority(URI base, String token) {
        this.base = base;
        this.token = token;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(PATIENCE)
                        .build();
    }

    private record Issued(@Nullable String certificate, @Nullable List<String> subCertificates) {}

    private record Root(@Nullable String profile, @Nullable String pem) {}

    private record Refusal(@Nullable String detail) {}

    private record Answer(int status, Bytes body) {}

    @Override
    public CertificateChain enrol(
            Iso2Profile profile, CertificateRequest request, Optional<Instant> notAfter) {
        Map<String, String> order = new LinkedHashMap<>();
        order.put("csr", request.pem());
        request.commonName().ifPresent(name -> order.put("commonName", name));
        request.organization().ifPresent(name -> order.put("organization", name));
        notAfter.ifPresent(end -> order.put("notAfter", end.toString()));
        Answer answer = post("/api/v1/enrol/" + profile.id(), order);
        if (answer.status() != OK && answer.status() != NEWLY_ISSUED) {
            throw refusal(answer);
        }
        Issued issued = read(answer, Issued.class);
        if (issued.certificate() == null || issued.subCertificates() == null) {
            throw AuthorityException.unavailable("its answer lacks certificate or subCertificates");
        }
        try {
            return new CertificateChain(
                    octets(issued.certificate()),
                    issued.subCertificates().stream().map(HttpAuthority::octets).toList());
        } catch (IllegalArgumentException e) {
            throw AuthorityException.unavailable("its answer holds no chain: " + e.getMessage());
        }
    }

    private static Bytes octets(String base64) {
        return Bytes.owning(Base64.getDecoder().decode(base64));
    }

    @Override
    public void revoke(Certificate certificate) {
        Answer answer =
                post(
                        "/api/v1/revoke",
                        Map.of(
                                "certificate",
                                Pem.of(Pem.CERTIFICATE, certificate.der()),
                                "reason",
                                "cessationOfOperation"));
        if (answer.status() != OK) {
            throw refusal(answer);
        }
    }

    /**
     * The authority's own roots. Whoever trusts them compares their fingerprints on another way.
     */
    public TrustAnchors roots() {
        Answer answer = send(request("/api/v1/roots").GET());
        if (answer.status() != OK) {
            throw refusal(answer);
        }
        TrustAnchors anchors = TrustAnchors.none();
        for (Root root : read(answer, Root[].class)) {
            anchors = with(anchors, root);
        }
        return anchors;
    }

    private static TrustAnchors with(TrustAnchors anchors, Root root) {
        Optional<Iso2Profile> profile =
                Iso2Profile.byId(root.profile() == null ? "" : root.profile());
        if (profile.isEmpty() || root.pem() == null) {
            return anchors;
        }
        try {
            Certificate certificate = Certificate.parse(Pem.certificates(root.pem()).getFirst());
            return switch (profile.get()) {
                case V2G_ROOT -> anchors.withV2gRoots(certificate);
                case MO_ROOT -> anchors.withMoRoots(certificate);
                case OEM_ROOT -> anchors.withOemRoots(certificate);
                default -> anchors;
            };
        } catch (MalformedCertificateException
                | IndexOutOfBoundsException
                | java.util.NoSuchElementException e) {
            throw AuthorityException.unavailable("its roots can't be read: " + e.getMessage());
        }
    }

    private Answer post(String path, Map<String, String> body) {
        return send(
                request(path)
                        .POST(
                                HttpRequest.BodyPublishers.ofByteArray(
                                        json.writeValueAsBytes(body))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<InputStream> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] octets = body.readNBytes(ANSWER_OCTETS + 1);
                if (octets.length > ANSWER_OCTETS) {
                    throw AuthorityException.unavailable("its answer is longer than 256 KiB");
                }
                return new Answer(response.statusCode(), Bytes.owning(octets));
            }
        } catch (IOException e) {
            throw AuthorityException.unavailable(base + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AuthorityException.unavailable("interrupted");
        }
    }

    private AuthorityException refusal(Answer answer) {
        if (answer.status() >= 400 && answer.status() < 500) {
            String detail = detail(answer);
            return AuthorityException.refused("status %d%s".formatted(answer.status(), detail));
        }
        return AuthorityException.unavailable("status " + answer.status());
    }

    private String detail(Answer answer) {
        try {
            Refusal refusal = json.readValue(answer.body().toArray(), Refusal.class);
            return refusal == null || refusal.detail() == null ? "" : ", " + refusal.detail();
        } catch (JacksonException e) {
            return "";
        }
    }

    private <T> T read(Answer answer, Class<T> type) {
        try {
            T value = json.readValue(answer.body().toArray(), type);
            if (value == null) {
                throw AuthorityException.unavailable("its answer is null");
            }
            return value;
        } catch (JacksonException e) {
            throw AuthorityException.unavailable("its answer is not the JSON that was expected");
        }
    }
}
