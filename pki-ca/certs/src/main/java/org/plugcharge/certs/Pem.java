package org.plugcharge.certs;

import org.plugcharge.exi.Bytes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Octets as PEM text and back (RFC 7468); text around the blocks is skipped. */
public final class Pem {

    /** The label of certificates. */
    public static final String CERTIFICATE = "CERTIFICATE";

    /** The label of certificate requests. */
    public static final String REQUEST = "CERTIFICATE REQUEST";

    /** The label of PKCS#8 private keys. */
    public static final String PRIVATE_KEY = "PRIVATE KEY";

    /** The label of encrypted PKCS#8 private keys. */
    public static final String ENCRYPTED_PRIVATE_KEY = "ENCRYPTED PRIVATE KEY";

    /** Longer text is not looked at: twenty of the longest certificates. */
    private static final int MAX_CHARACTERS = 300_000;

    private static final Pattern BLOCK =
            Pattern.compile(
                    "-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\\s]*+)-----END \\1-----");

    private Pem() {}

    /** One block. */
    public static String of(String label, Bytes octets) {
        String text =
                Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(octets.toArray());
        return "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n";
    }

    /** One block a certificate. */
    public static String ofCertificates(List<Bytes> certificates) {
        StringBuilder text = new StringBuilder();
        certificates.forEach(der -> text.append(of(CERTIFICATE, der)));
        return text.toString();
    }

    /**
     * Every certificate in the text, in order; {@link MalformedCertificateException} for bad base64
     * or too much text.
     */
    public static List<Bytes> certificates(String text) {
        return blocks(CERTIFICATE, text);
    }

    /**
     * Every block with the label, in order; {@link MalformedCertificateException} for bad base64 or
     * too much text.
     */
    public static List<Bytes> blocks(String label, String text) {
        if (text.length() > MAX_CHARACTERS) {
            throw new MalformedCertificateException(
                    "PEM text of more than " + MAX_CHARACTERS + " characters");
        }
        List<Bytes> found = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            if (block.group(1).equals(label)) {
                found.add(decoded(block.group(2)));
            }
        }
        return List.copyOf(found);
    }

    private static Bytes decoded(String base64) {
        try {
            return Bytes.owning(Base64.getDecoder().decode(base64.replaceAll("\\s", "")));
        } catch (IllegalArgumentException e) {
            throw new MalformedCertificateException("PEM block that is no base64", e);
        }
    }
}
