package org.plugcharge.ca;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.MalformedCertificateException;
import org.plugcharge.exi.Bytes;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Knows a client by its bearer token (RFC 6750), one of ours or a JWT of the configured issuer; by
 * name and token (RFC 7617), as EST clients have it; or by its TLS certificate. Roots, chains, OCSP
 * and health need none; everything else answers 401 without a known one.
 */
final class Authentication extends OncePerRequestFilter {

    private static final String CLIENT = Authentication.class.getName();
    private static final String RENEWED = CLIENT + ".renewed";
    private static final String TLS = "jakarta.servlet.request.X509Certificate";
    private static final Pattern OPEN_EST =
            Pattern.compile(
                    "(/\\.well-known(/est)?)?(/[\\w-]{2,40})?/(cacerts|csrattrs)(/[\\w-]{1,40}){0,2}/?");
    private static final Pattern RENEWAL = Pattern.compile("/[\\w./-]*simplereenroll(/[\\w-]+)?");

    private final Clients clients;
    private final Optional<JwtClients> tokens;
    private final Authorities authorities;
    private final CertificateTable table;
    private final InstantSource clock;

    Authentication(
            Clients clients,
            Optional<JwtClients> tokens,
            Authorities authorities,
            CertificateTable table,
            InstantSource clock) {
        this.clients = clients;
        this.tokens = tokens;
        this.authorities = authorities;
        this.table = table;
        this.clock = clock;
    }

    /** The client of this request, put there by the filter; 401 if a path slipped past it. */
    static Client client(HttpServletRequest request) {
        if (request.getAttribute(CLIENT) instanceof Client client) {
            return client;
        }
        throw new Problem(
                HttpStatus.UNAUTHORIZED, "http.authentication", "a bearer token is needed");
    }

    /** The certificate issued here that this request was authenticated with, to be renewed. */
    static Optional<CertificateTable.Row> renewed(HttpServletRequest request) {
        return request.getAttribute(RENEWED) instanceof CertificateTable.Row row
                ? Optional.of(row)
                : Optional.empty();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isOpen(request) || isKnown(request)) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("WWW-Authenticate", "Bearer");
        response.addHeader("WWW-Authenticate", "Basic realm=\"pki-ca\"");
        ProblemWriter.write(
                response,
                401,
                "http.authentication",
                "a bearer token or a TLS certificate that is known here is needed");
    }

    private boolean isKnown(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header != null) {
            Optional<Client> client = byHeader(header);
            client.ifPresent(known -> request.setAttribute(CLIENT, known));
            return client.isPresent();
        }
        Optional<Certificate> certificate =
                tlsCertificate(request.getAttribute(TLS)).filter(this::isInTime);
        Optional<Client> client = certificate.flatMap(clients::byCertificate);
        client.ifPresent(known -> request.setAttribute(CLIENT, known));
        if (client.isEmpty() && RENEWAL.matcher(request.getRequestURI()).matches()) {
            Optional<CertificateTable.Row> row = certificate.flatMap(this::issuedHere);
            row.ifPresent(known -> request.setAttribute(RENEWED, known));
            return row.isPresent();
        }
        return client.isPresent();
    }

    private Optional<Client> byHeader(String header) {
        String[] words = header.strip().split("\\s+", 2);
        if (words.length != 2) {
            return Optional.empty();
        }
        return switch (words[0].toLowerCase(java.util.Locale.ROOT)) {
            case "bearer" ->
                    tokens.filter(_ -> JwtClients.looksLikeJwt(words[1]))
                            .map(jwt -> jwt.client(words[1], clock.instant()))
                            .orElseGet(() -> clients.byToken(words[1]));
            case "basic" -> byNameAndToken(words[1]);
            default -> Optional.empty();
        };
    }

    private Optional<Client> byNameAndToken(String base64) {
        try {
            String text = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : clients.byToken(text.substring(colon + 1))
                            .filter(client -> client.name().equals(text.substring(0, colon)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** TLS proved its key; who issued it is decided here. */
    private static Optional<Certificate> tlsCertificate(@Nullable Object attribute) {
        if (!(attribute instanceof X509Certificate[] chain) || chain.length == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(Certificate.parse(Bytes.owning(chain[0].getEncoded())));
        } catch (CertificateEncodingException | MalformedCertificateException e) {
            return Optional.empty();
        }
    }

    /** A leaf of ours, octet by octet, good now. */
    private Optional<CertificateTable.Row> issuedHere(Certificate certificate) {
        return authorities.all().stream()
                .filter(issuer -> certificate.names(issuer.certificate()))
                .findFirst()
                .flatMap(issuer -> table.bySerial(issuer.id(), certificate.fields().serial()))
                .filter(row -> row.certificate().equals(certificate))
                .filter(row -> Role.ADMIN.mayHave(row.profile()))
                .filter(row -> row.revocation().isEmpty());
    }

    private boolean isInTime(Certificate certificate) {
        Instant now = clock.instant();
        return !certificate.fields().notBefore().isAfter(now)
                && certificate.fields().notAfter().isAfter(now);
    }

    private static boolean isOpen(HttpServletRequest request) {
        return isOpen(request.getMethod(), request.getRequestURI());
    }

    /** Whether anybody may ask. */
    static boolean isOpen(String method, String path) {
        return path.startsWith("/ocsp")
                || path.equals("/health")
                || ("GET".equals(method)
                        && (path.startsWith("/health/")
                                || path.startsWith("/crl/")
                                || path.equals("/metrics")
                                || path.equals("/operator")
                                || path.startsWith("/operator/")
                                || path.startsWith("/api/v1/log/")
                                || path.equals("/api/v1/roots")
                                || path.equals("/api/v1/openapi.json")
                                || path.equals("/api/v1/cross-certificates")
                                || OPEN_EST.matcher(path).matches()
                                || path.startsWith("/api/v1/authorities")));
    }
}
