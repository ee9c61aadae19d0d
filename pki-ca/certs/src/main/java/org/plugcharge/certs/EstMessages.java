package org.plugcharge.certs;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The two ASN.1 structures EST (RFC 7030) answers with, beside certificates. */
public final class EstMessages {

    private EstMessages() {}

    /**
     * A certs-only CMS: SignedData without content and signers (RFC 5652 5.1, RFC 7030 4.1.3), in
     * the given order.
     */
    public static Bytes certificatesOnly(List<Bytes> certificates) {
        ASN1EncodableVector all = new ASN1EncodableVector();
        certificates.forEach(
                der -> all.add(org.bouncycastle.asn1.x509.Certificate.getInstance(der.toArray())));
        ASN1Set inOrder = new org.bouncycastle.asn1.DLSet(all);
        SignedData data =
                new SignedData(
                        new DERSet(),
                        new ContentInfo(CMSObjectIdentifiers.data, null),
                        inOrder,
                        null,
                        new DERSet());
        return encoded(new ContentInfo(CMSObjectIdentifiers.signedData, data), ASN1Encoding.DL);
    }

    /** What a CSR for this kind of key has to look like: CsrAttrs (RFC 7030 4.5.2). */
    public static Bytes csrAttributes(KeyType type) {
        ASN1EncodableVector all = new ASN1EncodableVector();
        Optional<ASN1Encodable> curve = Optional.ofNullable(type.keyAlgorithm().getParameters());
        curve.ifPresent(parameters -> {
            ASN1EncodableVector key = new ASN1EncodableVector();
            key.add(X9ObjectIdentifiers.id_ecPublicKey);
            key.add(new DERSet(parameters));
            all.add(new DERSequence(key));
        });
        all.add(type.signatureAlgorithm().getAlgorithm());
        return encoded(new DERSequence(all), ASN1Encoding.DER);
    }

    private static Bytes encoded(org.bouncycastle.asn1.ASN1Object value, String form) {
        try {
            return Bytes.owning(value.getEncoded(form));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
