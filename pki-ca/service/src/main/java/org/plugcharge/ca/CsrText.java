package org.plugcharge.ca;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.CertificateRequest;
import org.plugcharge.certs.MalformedCertificateException;
import org.plugcharge.exi.Bytes;

import java.util.Base64;

/** A PKCS#10 as text: base64 of the DER, as EST has it, or PEM. */
final class CsrText {

    /** 4000 octets in base64, with line ends and armour. */
    private static final int MAX_CHARACTERS = 8_000;

    private CsrText() {}

    /**
     * The request in it; {@link Problem} or {@link MalformedCertificateException} for anything
     * else.
     */
    static CertificateRequest parse(@Nullable String text) {
        if (text == null || text.length() > MAX_CHARACTERS) {
            throw Problem.malformed("rfc2986.request", "csr is needed, of at most 8000 characters");
        }
        return text.contains("-----BEGIN")
                ? CertificateRequest.parsePem(text)
                : CertificateRequest.parse(decoded(text));
    }

    private static Bytes decoded(String text) {
        try {
            return Bytes.owning(Base64.getDecoder().decode(text.replaceAll("\\s", "")));
        } catch (IllegalArgumentException e) {
            throw Problem.malformed("rfc2986.request", "csr is neither PEM nor base64");
        }
    }
}
