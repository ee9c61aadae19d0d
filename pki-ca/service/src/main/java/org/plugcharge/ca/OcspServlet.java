package org.plugcharge.ca;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.plugcharge.certs.OcspRequest;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;

/**
 * OCSP over HTTP, POST and GET: RFC 6960 appendix A, with the cache headers of RFC 5019 section 6.
 * Whatever comes, an OCSP response goes.
 */
final class OcspServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** Base64 of the longest request, each character perhaps as three. */
    private static final int MAX_PATH = OcspRequest.MAX_OCTETS * 4;

    private final transient OcspResponder responder;
    private final transient InstantSource clock;
    private final transient Metrics metrics;

    OcspServlet(OcspResponder responder, InstantSource clock, Metrics metrics) {
        this.responder = responder;
        this.clock = clock;
        this.metrics = metrics;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(request, response, body(request));
    }

    /** A body that stops, or trickles, is no request; the connection is not used again. */
    private static Bytes body(HttpServletRequest request) {
        try {
            return Bytes.owning(request.getInputStream().readNBytes(OcspRequest.MAX_OCTETS + 1));
        } catch (IOException e) {
            return Bytes.EMPTY;
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String path = request.getRequestURI();
        String text = path.length() > MAX_PATH ? "" : path.replaceFirst("^/ocsp/*", "");
        answer(request, response, decoded(text));
    }

    private static Bytes decoded(String text) {
        try {
            String base64 = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.US_ASCII);
            return Bytes.owning(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Bytes.EMPTY;
        }
    }

    private void answer(HttpServletRequest http, HttpServletResponse response, Bytes request)
            throws IOException {
        long start = System.nanoTime();
        OcspResponder.Reply reply = responder.reply(request);
        metrics.ocsp(reply.kind(), System.nanoTime() - start);
        response.setContentType("application/ocsp-response");
        boolean known =
                reply.until()
                        .map(signed ->
                                CacheHeaders.write(
                                        http,
                                        response,
                                        clock.instant(),
                                        signed.thisUpdate(),
                                        signed.nextUpdate(),
                                        signed.tag()))
                        .orElseGet(() -> CacheHeaders.forbid(response));
        if (!known) {
            byte[] octets = reply.response().toArray();
            response.setContentLength(octets.length);
            response.getOutputStream().write(octets);
        }
    }
}
