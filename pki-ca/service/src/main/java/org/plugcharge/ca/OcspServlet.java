package org.plugcharge.ca;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.plugcharge.certs.OcspRequest;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** OCSP over HTTP, POST and GET: RFC 6960 appendix A. Whatever comes, an OCSP response goes. */
final class OcspServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** Base64 of the longest request, each character perhaps as three. */
    private static final int MAX_PATH = OcspRequest.MAX_OCTETS * 4;

    private final transient OcspResponder responder;

    OcspServlet(OcspResponder responder) {
        this.responder = responder;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(OcspRequest.MAX_OCTETS + 1);
        write(response, Bytes.owning(body));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String path = request.getRequestURI();
        String text = path.length() > MAX_PATH ? "" : path.replaceFirst("^/ocsp/*", "");
        write(response, decoded(text));
    }

    private static Bytes decoded(String text) {
        try {
            String base64 = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.US_ASCII);
            return Bytes.owning(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Bytes.EMPTY;
        }
    }

    private void write(HttpServletResponse response, Bytes request) throws IOException {
        byte[] answer = responder.answer(request).toArray();
        response.setContentType("application/ocsp-response");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(answer.length);
        response.getOutputStream().write(answer);
    }
}
