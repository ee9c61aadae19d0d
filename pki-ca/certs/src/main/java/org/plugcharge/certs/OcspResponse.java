package org.plugcharge.certs;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.CertStatus;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.bouncycastle.asn1.ocsp.ResponseBytes;
import org.bouncycastle.asn1.ocsp.RevokedInfo;
import org.bouncycastle.asn1.ocsp.SingleResponse;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.plugcharge.exi.Bytes;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An OCSP response, read whole. Reading proves nothing: {@link #finding} does, for one certificate
 * and its issuer.
 *
 * <p>At most {@value #MAX_OCTETS} octets, strict DER.
 */
public final class OcspResponse {

    /** OCPP carries 5500 characters of base64; nothing sensible is longer. */
    public static final int MAX_OCTETS = 10_000;

    /** How far a responder's clock may be ahead of ours. */
    public static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private static final int MAX_CERTIFICATES = 4;

    private final Bytes der;
    private final Bytes signed;
    private final Bytes signature;
    private final AlgorithmIdentifier algorithm;
    private final Optional<Bytes> nonce;
    private final List<Certificate> certificates;
    private final List<Single> singles;

    /** One answer as it stands in the response. */
    private record Single(
            Optional<OcspQuestion> question,
            OcspStatus status,
            Instant thisUpdate,
            Optional<Instant> nextUpdate) {}

    /** What a response proves about one certificate. */
    public sealed interface Finding {
        /** The CA vouches for {@code status}; {@code until} is when to ask again, if it said so. */
        record Proven(OcspStatus status, Instant thisUpdate, Optional<Instant> until)
                implements Finding {}

        /** It proves nothing; the text says why. */
        record Unusable(String why) implements Finding {}
    }

    private OcspResponse(Bytes der, ASN1Primitive value) {
        this.der = der;
        org.bouncycastle.asn1.ocsp.OCSPResponse outer =
                org.bouncycastle.asn1.ocsp.OCSPResponse.getInstance(value);
        int status = outer.getResponseStatus().getIntValue();
        ResponseBytes bytes = outer.getResponseBytes();
        if (status != OCSPResponseStatus.SUCCESSFUL || bytes == null) {
            throw new MalformedCertificateException("OCSP responder answers with error " + status);
        }
        if (!bytes.getResponseType().equals(OCSPObjectIdentifiers.id_pkix_ocsp_basic)) {
            throw new MalformedCertificateException("expected a basic OCSP response");
        }
        ASN1Primitive inner = Der.strict(Bytes.of(bytes.getResponse().getOctets()));
        BasicOCSPResponse basic = BasicOCSPResponse.getInstance(inner);
        this.signed = Der.firstElement(inner);
        this.signature = Bytes.of(basic.getSignature().getOctets());
        this.algorithm = basic.getSignatureAlgorithm();
        this.nonce = OcspRequest.nonce(basic.getTbsResponseData().getResponseExtensions());
        this.certificates = certificates(basic.getCerts());
        this.singles = singles(basic.getTbsResponseData().getResponses());
    }

    /**
     * Reads DER; {@link MalformedCertificateException} for anything but a successful basic
     * response.
     */
    public static OcspResponse parse(Bytes der) {
        if (der.length() > MAX_OCTETS) {
            throw new MalformedCertificateException(
                    "OCSP response longer than " + MAX_OCTETS + " octets");
        }
        try {
            return new OcspResponse(der, Der.strict(der));
        } catch (MalformedCertificateException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new MalformedCertificateException("no OCSP response: " + e.getMessage(), e);
        }
    }

    /** The octets. */
    public Bytes der() {
        return der;
    }

    /** The nonce it echoes. */
    public Optional<Bytes> nonce() {
        return nonce;
    }

    /**
     * What this response proves about {@code certificate} at {@code at}: it must be about it,
     * signed by {@code issuer} or by somebody the issuer itself made an OCSP signer (RFC 6960
     * section 4.2.2.2), and fresh: not from the future, not past its own end, not older than {@code
     * maxAge}. A signer's own revocation is not asked for.
     */
    public Finding finding(
            Certificate certificate, Certificate issuer, Instant at, Duration maxAge) {
        return finding(certificate.fields().serial(), issuer, at, maxAge);
    }

    /**
     * The same for a certificate of which only the serial number is known, as in OCPP's certificate
     * hash data.
     */
    public Finding finding(BigInteger serial, Certificate issuer, Instant at, Duration maxAge) {
        Optional<Single> single =
                singles.stream()
                        .filter(candidate ->
                                candidate.question().isPresent()
                                        && candidate.question().get().serial().equals(serial)
                                        && candidate.question().get().isAboutIssuer(issuer))
                        .findFirst();
        if (single.isEmpty()) {
            return new Finding.Unusable("an OCSP response about other certificates");
        }
        if (!isSignedFor(issuer, at)) {
            return new Finding.Unusable(
                    "an OCSP response signed by somebody the issuer did not appoint");
        }
        return fresh(single.get(), at, maxAge);
    }

    private static Finding fresh(Single single, Instant at, Duration maxAge) {
        if (single.thisUpdate().isAfter(at.plus(CLOCK_SKEW))) {
            return new Finding.Unusable("an OCSP response from the future: " + single.thisUpdate());
        }
        if (single.thisUpdate().plus(maxAge).isBefore(at)
                || single.nextUpdate().filter(end -> end.isBefore(at)).isPresent()) {
            return new Finding.Unusable("a stale OCSP response of " + single.thisUpdate());
        }
        return new Finding.Proven(single.status(), single.thisUpdate(), single.nextUpdate());
    }

    private boolean isSignedFor(Certificate issuer, Instant at) {
        return isSignedBy(issuer.key())
                || certificates.stream()
                        .anyMatch(signer ->
                                isAppointed(signer, issuer, at) && isSignedBy(signer.key()));
    }

    private boolean isSignedBy(VerificationKey key) {
        return key.type().filter(type -> type.signatureAlgorithm().equals(algorithm)).isPresent()
                && key.verifiesDer(signed, signature);
    }

    private static boolean isAppointed(Certificate signer, Certificate issuer, Instant at) {
        CertificateFields fields = signer.fields();
        return fields.extendedKeyUsages().contains(Iso2Profile.OCSP_SIGNING)
                && !fields.ca()
                && fields.keyUsages()
                        .map(usages -> usages.contains(KeyUsage.DIGITAL_SIGNATURE))
                        .orElse(true)
                && !at.isBefore(fields.notBefore())
                && !at.isAfter(fields.notAfter())
                && signer.names(issuer)
                && signer.isSignedBy(issuer.key());
    }

    private static List<Certificate> certificates(
            @org.jspecify.annotations.Nullable ASN1Sequence sequence) {
        if (sequence == null) {
            return List.of();
        }
        if (sequence.size() > MAX_CERTIFICATES) {
            throw new MalformedCertificateException("OCSP response of more than 4 certificates");
        }
        List<Certificate> found = new ArrayList<>();
        for (ASN1Encodable part : sequence) {
            found.add(
                    Certificate.parse(
                            OcspQuestion.der(
                                    org.bouncycastle.asn1.x509.Certificate.getInstance(part))));
        }
        return List.copyOf(found);
    }

    private static List<Single> singles(ASN1Sequence sequence) {
        if (sequence.size() > OcspRequest.MAX_QUESTIONS) {
            throw new MalformedCertificateException("OCSP response of too many answers");
        }
        List<Single> found = new ArrayList<>();
        for (ASN1Encodable part : sequence) {
            found.add(single(SingleResponse.getInstance(part)));
        }
        return List.copyOf(found);
    }

    private static Single single(SingleResponse response) {
        if (response.getSingleExtensions() != null
                && response.getSingleExtensions().getCriticalExtensionOIDs().length > 0) {
            throw new MalformedCertificateException("OCSP answer with a critical extension");
        }
        try {
            return new Single(
                    OcspQuestion.of(response.getCertID()),
                    status(response.getCertStatus()),
                    response.getThisUpdate().getDate().toInstant(),
                    response.getNextUpdate() == null
                            ? Optional.empty()
                            : Optional.of(response.getNextUpdate().getDate().toInstant()));
        } catch (java.text.ParseException e) {
            throw new MalformedCertificateException("OCSP answer with a wrong time", e);
        }
    }

    private static OcspStatus status(CertStatus status) throws java.text.ParseException {
        return switch (status.getTagNo()) {
            case 0 -> new OcspStatus.Good();
            case 1 -> revoked(RevokedInfo.getInstance(status.getStatus()));
            default -> new OcspStatus.Unknown();
        };
    }

    private static OcspStatus revoked(RevokedInfo info) throws java.text.ParseException {
        int reason =
                info.getRevocationReason() == null
                        ? 0
                        : info.getRevocationReason().getValue().intValueExact();
        return new OcspStatus.Revoked(
                info.getRevocationTime().getDate().toInstant(), RevocationReason.of(reason));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OcspResponse that && der.equals(that.der);
    }

    @Override
    public int hashCode() {
        return der.hashCode();
    }

    @Override
    public String toString() {
        return "OcspResponse[" + der.length() + " octets]";
    }
}
