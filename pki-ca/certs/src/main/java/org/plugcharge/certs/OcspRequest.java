package org.plugcharge.certs;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPRequest;
import org.bouncycastle.asn1.ocsp.Request;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.plugcharge.exi.Bytes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a responder is asked: questions, and a nonce to be echoed. Signatures on requests are not
 * looked at.
 *
 * @param questions 1 to {@value #MAX_QUESTIONS}
 * @param nonce 1 to {@value #MAX_NONCE_OCTETS} octets (RFC 9654)
 */
public record OcspRequest(List<OcspQuestion> questions, Optional<Bytes> nonce) {

    /** A chain has three certificates. */
    public static final int MAX_QUESTIONS = 8;

    /** RFC 9654 section 2.1. */
    public static final int MAX_NONCE_OCTETS = 128;

    /** Longer requests are not read. */
    public static final int MAX_OCTETS = 4_000;

    /** Copies the list. */
    public OcspRequest {
        questions = List.copyOf(questions);
    }

    /**
     * Reads DER; {@link MalformedCertificateException} for anything else, for too many questions,
     * for a hash that is not SHA-1 or SHA-256, for a nonce out of bounds and for a critical
     * extension.
     */
    public static OcspRequest parse(Bytes der) {
        if (der.length() > MAX_OCTETS) {
            throw new MalformedCertificateException(
                    "OCSP request longer than " + MAX_OCTETS + " octets");
        }
        try {
            OCSPRequest request = OCSPRequest.getInstance(Der.strict(der));
            List<OcspQuestion> questions = new ArrayList<>();
            if (request.getTbsRequest().getRequestList().size() > MAX_QUESTIONS) {
                throw new MalformedCertificateException(
                        "OCSP request of more than " + MAX_QUESTIONS + " questions");
            }
            for (ASN1Encodable part : request.getTbsRequest().getRequestList()) {
                questions.add(
                        OcspQuestion.of(Request.getInstance(part).getReqCert())
                                .orElseThrow(() ->
                                        new MalformedCertificateException(
                                                "expected SHA-1 or SHA-256")));
            }
            if (questions.isEmpty()) {
                throw new MalformedCertificateException("OCSP request without a question");
            }
            return new OcspRequest(
                    questions, nonce(request.getTbsRequest().getRequestExtensions()));
        } catch (MalformedCertificateException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new MalformedCertificateException("no OCSP request: " + e.getMessage(), e);
        }
    }

    static Optional<Bytes> nonce(@org.jspecify.annotations.Nullable Extensions extensions) {
        if (extensions == null) {
            return Optional.empty();
        }
        for (var id : extensions.getCriticalExtensionOIDs()) {
            if (!id.equals(OCSPObjectIdentifiers.id_pkix_ocsp_nonce)) {
                throw new MalformedCertificateException(
                        "a critical extension that is not known: " + id);
            }
        }
        Extension extension = extensions.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        if (extension == null) {
            return Optional.empty();
        }
        Bytes value = Bytes.of(extension.getExtnValue().getOctets());
        Bytes nonce = Bytes.of(ASN1OctetString.getInstance(Der.strict(value)).getOctets());
        if (nonce.length() < 1 || nonce.length() > MAX_NONCE_OCTETS) {
            throw new MalformedCertificateException(
                    "expected a nonce of 1 to " + MAX_NONCE_OCTETS + " octets");
        }
        return Optional.of(nonce);
    }
}
