package org.plugcharge.certs;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.CertStatus;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.bouncycastle.asn1.ocsp.ResponderID;
import org.bouncycastle.asn1.ocsp.ResponseBytes;
import org.bouncycastle.asn1.ocsp.ResponseData;
import org.bouncycastle.asn1.ocsp.RevokedInfo;
import org.bouncycastle.asn1.ocsp.SingleResponse;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extensions;
import org.plugcharge.exi.Bytes;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/** Makes OCSP responses: RFC 6960 section 4.2. */
public final class OcspResponses {

    private OcspResponses() {}

    /**
     * One answer.
     *
     * @param nextUpdate until when it may be used
     */
    public record Answer(
            OcspQuestion question, OcspStatus status, Instant thisUpdate, Instant nextUpdate) {}

    /** Why there is no answer. */
    public enum Failure {
        MALFORMED_REQUEST(OCSPResponseStatus.MALFORMED_REQUEST),
        INTERNAL_ERROR(OCSPResponseStatus.INTERNAL_ERROR),
        TRY_LATER(OCSPResponseStatus.TRY_LATER),
        UNAUTHORIZED(OCSPResponseStatus.UNAUTHORIZED);

        private final int number;

        Failure(int number) {
            this.number = number;
        }
    }

    /** The DER of an unsigned response without answers. */
    public static Bytes failure(Failure failure) {
        return OcspQuestion.der(new OCSPResponse(new OCSPResponseStatus(failure.number), null));
    }

    /**
     * The DER of a signed response; {@code signer} and its key are put in, so that everybody can
     * check them.
     */
    public static Bytes sign(
            List<Answer> answers,
            Instant producedAt,
            Optional<Bytes> nonce,
            Certificate signer,
            SigningKey key) {
        ASN1EncodableVector singles = new ASN1EncodableVector();
        answers.forEach(answer ->
                singles.add(
                        new SingleResponse(
                                answer.question().certId(),
                                status(answer.status()),
                                time(answer.thisUpdate()),
                                time(answer.nextUpdate()),
                                (Extensions) null)));
        ResponseData data =
                new ResponseData(
                        new ResponderID(
                                new DEROctetString(
                                        OcspQuestion.Hash.SHA1
                                                .of(signer.key().keyBits())
                                                .toArray())),
                        time(producedAt),
                        new DERSequence(singles),
                        nonce.map(OcspQuestion::nonceExtension).orElse(null));
        Bytes signature = key.signDer(OcspQuestion.der(data));
        BasicOCSPResponse basic =
                new BasicOCSPResponse(
                        data,
                        key.publicKey().type().orElseThrow().signatureAlgorithm(),
                        new DERBitString(signature.toArray()),
                        new DERSequence(
                                new ASN1Encodable[] {
                                    org.bouncycastle.asn1.x509.Certificate.getInstance(
                                            signer.der().toArray())
                                }));
        return OcspQuestion.der(
                new OCSPResponse(
                        new OCSPResponseStatus(OCSPResponseStatus.SUCCESSFUL),
                        new ResponseBytes(
                                OCSPObjectIdentifiers.id_pkix_ocsp_basic,
                                new DEROctetString(OcspQuestion.der(basic).toArray()))));
    }

    private static CertStatus status(OcspStatus status) {
        return switch (status) {
            case OcspStatus.Good() -> new CertStatus();
            case OcspStatus.Revoked(Instant since, RevocationReason reason) ->
                    new CertStatus(new RevokedInfo(time(since), CRLReason.lookup(reason.number())));
            case OcspStatus.Unknown() -> new CertStatus(2, org.bouncycastle.asn1.DERNull.INSTANCE);
        };
    }

    private static ASN1GeneralizedTime time(Instant instant) {
        return new org.bouncycastle.asn1.DERGeneralizedTime(Date.from(instant));
    }
}
