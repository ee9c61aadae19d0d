package org.plugcharge.pool.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;

import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/**
 * Lets a request in if it brings a known token and a body of at most 64 KiB; puts the {@link Grant}
 * on it.
 */
final class Gate extends OncePerRequestFilter {

    static final String GRANT = "grant";

    private static final int BODY_OCTETS = 65_536;
    private static final String BEARER = "Bearer ";

    private final List<Grant> grants;
    private final JsonMapper json;

    Gate(List<Grant> grants, JsonMapper json) {
        this.grants = List.copyOf(grants);
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().equals("/health");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Grant grant = grant(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (grant == null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            refuse(
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "UNAUTHORIZED",
                    "expected a known bearer token");
            return;
        }
        byte[] body = request.getInputStream().readNBytes(BODY_OCTETS + 1);
        if (body.length > BODY_OCTETS) {
            refuse(
                    response,
                    HttpStatus.CONTENT_TOO_LARGE,
                    "TOO_LARGE",
                    "a body may have 65536 octets");
            return;
        }
        request.setAttribute(GRANT, grant);
        chain.doFilter(new Read(request, body), response);
    }

    /** Every token is compared, each in constant time. */
    private @Nullable Grant grant(@Nullable String header) {
        if (header == null || !header.startsWith(BEARER)) {
            return null;
        }
        byte[] given = header.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8);
        Grant found = null;
        for (Grant grant : grants) {
            if (MessageDigest.isEqual(given, grant.token().getBytes(StandardCharsets.UTF_8))) {
                found = grant;
            }
        }
        return found;
    }

    private void refuse(HttpServletResponse response, HttpStatus status, String reason, String text)
            throws IOException {
        ProblemDetail detail = Problems.detail(status, reason, text);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(detail));
    }

    /** A request whose body has been read. */
    private static final class Read extends HttpServletRequestWrapper {
        private final byte[] body;

        Read(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new Body(new ByteArrayInputStream(body));
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(
                    new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Body extends ServletInputStream {
        private final ByteArrayInputStream octets;

        Body(ByteArrayInputStream octets) {
            this.octets = octets;
        }

        @Override
        public int read() {
            return octets.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return octets.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return octets.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("the body is there already");
        }
    }
}
