package org.plugcharge.certs;

import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.TBSCertList;
import org.bouncycastle.asn1.x509.V2TBSCertListGenerator;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes revocation lists: RFC 5280 section 5. */
public final class RevocationLists {

    private static final int REMOVE_FROM_CRL = 8;

    private RevocationLists() {}

    /**
     * One line of a list.
     *
     * @param reason none in a delta: the certificate is no longer on hold
     */
    public record Entry(BigInteger serial, Instant since, Optional<RevocationReason> reason) {}

    /** When a list is made, when the next will be, and its number. */
    public record Issue(BigInteger number, Instant thisUpdate, Instant nextUpdate) {}

    /** The DER of a full list, signed by {@code issuer}. */
    public static Bytes full(List<Entry> revoked, Issue issue, Issuer issuer) {
        return sign(revoked, issue, Optional.empty(), Optional.empty(), issuer);
    }

    /** The same, which says where its delta is: RFC 5280 5.2.6. */
    public static Bytes full(List<Entry> revoked, Issue issue, String deltaUrl, Issuer issuer) {
        return sign(revoked, issue, Optional.empty(), Optional.of(deltaUrl), issuer);
    }

    /** The DER of a delta against the full list numbered {@code base}. */
    public static Bytes delta(List<Entry> changed, Issue issue, BigInteger base, Issuer issuer) {
        return sign(changed, issue, Optional.of(base), Optional.empty(), issuer);
    }

    /** The extension that names one list: RFC 5280 4.2.1.13 and 5.2.6 have one form. */
    static CRLDistPoint at(String url) {
        GeneralName name =
                new GeneralName(GeneralName.uniformResourceIdentifier, new DERIA5String(url, true));
        return new CRLDistPoint(
                new DistributionPoint[] {
                    new DistributionPoint(
                            new DistributionPointName(new GeneralNames(name)), null, null)
                });
    }

    private static Bytes sign(
            List<Entry> entries,
            Issue issue,
            Optional<BigInteger> base,
            Optional<String> deltaUrl,
            Issuer issuer) {
        Certificate authority =
                issuer.certificate()
                        .orElseThrow(() -> new IllegalArgumentException("expected a CA"));
        var algorithm = issuer.key().publicKey().type().orElseThrow().signatureAlgorithm();
        try {
            V2TBSCertListGenerator list = new V2TBSCertListGenerator();
            list.setIssuer(X500Name.getInstance(authority.fields().subjectName().toArray()));
            list.setSignature(algorithm);
            list.setThisUpdate(DerTime.of(issue.thisUpdate()));
            list.setNextUpdate(DerTime.of(issue.nextUpdate()));
            for (Entry entry : entries) {
                list.addCRLEntry(
                        new ASN1Integer(entry.serial()), DerTime.of(entry.since()), reason(entry));
            }
            list.setExtensions(extensions(issue, base, deltaUrl, authority));
            TBSCertList tbs = list.generateTBSCertList();
            ASN1EncodableVector whole = new ASN1EncodableVector();
            whole.add(tbs);
            whole.add(algorithm);
            whole.add(new DERBitString(issuer.key().signDer(OcspQuestion.der(tbs)).toArray()));
            return OcspQuestion.der(new DERSequence(whole));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Extensions reason(Entry entry) throws IOException {
        int number = entry.reason().map(RevocationReason::number).orElse(REMOVE_FROM_CRL);
        return new Extensions(
                new Extension(Extension.reasonCode, false, CRLReason.lookup(number).getEncoded()));
    }

    private static Extensions extensions(
            Issue issue,
            Optional<BigInteger> base,
            Optional<String> deltaUrl,
            Certificate authority)
            throws IOException {
        ExtensionsGenerator all = new ExtensionsGenerator();
        if (authority.fields().subjectKeyIdentifier().isPresent()) {
            all.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new AuthorityKeyIdentifier(
                            authority.fields().subjectKeyIdentifier().get().toArray()));
        }
        all.addExtension(Extension.cRLNumber, false, new ASN1Integer(issue.number()));
        if (base.isPresent()) {
            all.addExtension(Extension.deltaCRLIndicator, true, new ASN1Integer(base.get()));
        }
        if (deltaUrl.isPresent()) {
            all.addExtension(Extension.freshestCRL, false, at(deltaUrl.get()));
        }
        return all.generate();
    }
}
