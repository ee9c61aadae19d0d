package org.plugcharge.ca;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.Optional;

/**
 * Knows a client by its bearer token (RFC 6750). Roots, chains, OCSP and health need none;
 * everything else answers 401 without a known one.
 */
final class Authentication extends OncePerRequestFilter {

    private static final String CLIENT = Authentication.class.getName();
    private static final String SCHEME = "Bearer ";

    private final Clients clients;

    Authentication(Clients clients) {
        this.clients = clients;
    }

    /** The client of this request, put there by the filter; 401 if a path slipped past it. */
    static Client client(HttpServletRequest request) {
        if (request.getAttribute(CLIENT) instanceof Client client) {
            return client;
        }
        throw new Problem(
                HttpStatus.UNAUTHORIZED, "http.authentication", "a bearer token is needed");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isOpen(request)) {
            chain.doFilter(request, response);
            return;
        }
        String header = request.getHeader("Authorization");
        Optional<Client> client =
                header != null && header.startsWith(SCHEME)
                        ? clients.byToken(header.substring(SCHEME.length()).strip())
                        : Optional.empty();
        if (client.isEmpty()) {
            response.setHeader("WWW-Authenticate", "Bearer");
            ProblemWriter.write(
                    response,
                    401,
                    "http.authentication",
                    "a bearer token that is known here is needed");
            return;
        }
        request.setAttribute(CLIENT, client.get());
        chain.doFilter(request, response);
    }

    private static boolean isOpen(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/ocsp")
                || path.equals("/health")
                || ("GET".equals(request.getMethod())
                        && (path.startsWith("/health/")
                                || path.startsWith("/crl/")
                                || path.equals("/metrics")
                                || path.equals("/operator")
                                || path.startsWith("/operator/")
                                || path.startsWith("/api/v1/log/")
                                || path.equals("/api/v1/roots")
                                || path.startsWith("/api/v1/authorities")));
    }
}
