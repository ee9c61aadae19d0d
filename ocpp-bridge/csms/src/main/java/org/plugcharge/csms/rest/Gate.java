package org.plugcharge.csms.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Lets in who brings the token, and bodies that say they are small. */
@Component
final class Gate extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";
    private static final long MAX_BODY = 64 * 1024;

    private final AdminToken token;

    Gate(AdminToken token) {
        this.token = token;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().equals("/health");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader("Authorization");
        boolean known =
                header != null
                        && header.startsWith(BEARER)
                        && MessageDigest.isEqual(
                                header.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8),
                                token.value().getBytes(StandardCharsets.UTF_8));
        boolean body = !request.getMethod().equals("GET");
        if (!known) {
            response.setHeader("WWW-Authenticate", "Bearer");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (body && request.getContentLengthLong() < 0) {
            response.setStatus(HttpServletResponse.SC_LENGTH_REQUIRED);
        } else if (request.getContentLengthLong() > MAX_BODY) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }
}
