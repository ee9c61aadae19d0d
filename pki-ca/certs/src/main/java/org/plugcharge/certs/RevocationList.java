package org.plugcharge.certs;

import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.CertificateList;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.TBSCertList;
import org.plugcharge.certs.OcspResponse.Finding;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A certificate revocation list, full or delta, read whole. Reading proves nothing: {@link
 * #finding} does, for one certificate and its issuer.
 *
 * <p>At most {@value #MAX_OCTETS} octets, strict DER. Lists for a part of the certificates only
 * (issuing distribution points) and indirect lists are refused: their critical extensions are not
 * understood here.
 */
public final class RevocationList {

    /** Some 25,000 entries. */
    public static final int MAX_OCTETS = 1_000_000;

    private static final int REMOVE_FROM_CRL = 8;

    private final Bytes der;
    private final Bytes signed;
    private final Bytes signature;
    private final AlgorithmIdentifier algorithm;
    private final Bytes issuerName;
    private final Instant thisUpdate;
    private final Instant nextUpdate;
    private final Optional<BigInteger> number;
    private final Optional<BigInteger> base;
    private final Map<BigInteger, Entry> entries;

    /** What the list says of one serial number; no reason means that it is taken off the list. */
    private record Entry(Instant since, Optional<RevocationReason> reason) {}

    private RevocationList(Bytes der, ASN1Primitive value) throws IOException {
        CertificateList list = CertificateList.getInstance(value);
        TBSCertList tbs = list.getTBSCertList();
        if (tbs.getNextUpdate() == null) {
            throw new IllegalArgumentException("a list that does not say when the next comes");
        }
        Extensions extensions = tbs.getExtensions();
        this.der = der;
        this.signed = Der.firstElement(value);
        this.signature = Bytes.owning(list.getSignature().getOctets());
        this.algorithm = list.getSignatureAlgorithm();
        this.issuerName = Bytes.owning(tbs.getIssuer().getEncoded("DER"));
        this.thisUpdate = tbs.getThisUpdate().getDate().toInstant();
        this.nextUpdate = tbs.getNextUpdate().getDate().toInstant();
        this.number = number(extensions, Extension.cRLNumber);
        this.base = number(extensions, Extension.deltaCRLIndicator);
        this.entries = entries(tbs);
        refuseCritical(extensions, Set.of(Extension.deltaCRLIndicator));
        if (!list.getSignatureAlgorithm().equals(tbs.getSignature())) {
            throw new IllegalArgumentException(
                    "two different signature algorithms inside and outside");
        }
    }

    /**
     * Reads DER; {@link MalformedCertificateException} for anything but a list that can be used.
     */
    public static RevocationList parse(Bytes der) {
        if (der.length() > MAX_OCTETS) {
            throw new MalformedCertificateException(
                    "revocation list longer than " + MAX_OCTETS + " octets");
        }
        try {
            return new RevocationList(der, Der.strict(der));
        } catch (IOException | RuntimeException e) {
            throw new MalformedCertificateException("no revocation list: " + e.getMessage(), e);
        }
    }

    /** The octets. */
    public Bytes der() {
        return der;
    }

    /** Whether it holds only what changed since a full list. */
    public boolean isDelta() {
        return base.isPresent();
    }

    /** Its number among the issuer's lists, if it has one. */
    public Optional<BigInteger> number() {
        return number;
    }

    /** How many serial numbers are on it. */
    public int size() {
        return entries.size();
    }

    /**
     * What this full list proves about {@code certificate} at {@code at}, taken together with the
     * newest of {@code deltas} that builds on it: each must be the issuer's own, by a key that may
     * sign lists, and fresh: not from the future, not past its next update, not older than {@code
     * maxAge}.
     */
    public Finding finding(
            Certificate certificate,
            Certificate issuer,
            List<RevocationList> deltas,
            Instant at,
            Duration maxAge) {
        if (isDelta()) {
            return new Finding.Unusable("a delta without its full list");
        }
        Optional<String> fault = fault(issuer, at, maxAge);
        if (fault.isPresent()) {
            return new Finding.Unusable(fault.get());
        }
        RevocationList newest = this;
        for (RevocationList delta : deltas) {
            boolean better =
                    isNewer(delta, newest)
                            && delta.buildsOn(this)
                            && delta.fault(issuer, at, maxAge).isEmpty();
            newest = better ? delta : newest;
        }
        BigInteger serial = certificate.fields().serial();
        Optional<Entry> entry =
                Optional.ofNullable(newest.entries.get(serial))
                        .or(() -> Optional.ofNullable(entries.get(serial)));
        return new Finding.Proven(status(entry), newest.thisUpdate, Optional.of(newest.nextUpdate));
    }

    /** Two lists of one second are told apart by their numbers. */
    private static boolean isNewer(RevocationList list, RevocationList other) {
        return list.thisUpdate.isAfter(other.thisUpdate)
                || (list.thisUpdate.equals(other.thisUpdate)
                        && list.number.isPresent()
                        && other.number.isPresent()
                        && list.number.get().compareTo(other.number.get()) > 0);
    }

    private static OcspStatus status(Optional<Entry> entry) {
        return entry.flatMap(found ->
                        found.reason()
                                .<OcspStatus>map(
                                        reason -> new OcspStatus.Revoked(found.since(), reason)))
                .orElseGet(OcspStatus.Good::new);
    }

    private boolean buildsOn(RevocationList full) {
        return base.isPresent()
                && full.number.isPresent()
                && number.isPresent()
                && base.get().compareTo(full.number.get()) <= 0
                && number.get().compareTo(full.number.get()) >= 0;
    }

    private Optional<String> fault(Certificate issuer, Instant at, Duration maxAge) {
        if (!issuerName.equals(issuer.fields().subjectName())) {
            return Optional.of("a revocation list of another CA");
        }
        boolean maySign =
                issuer.fields()
                        .keyUsages()
                        .map(usages -> usages.contains(KeyUsage.CRL_SIGN))
                        .orElse(true);
        boolean rightAlgorithm =
                issuer.key()
                        .type()
                        .filter(type -> type.signatureAlgorithm().equals(algorithm))
                        .isPresent();
        if (!maySign || !rightAlgorithm || !issuer.key().verifiesDer(signed, signature)) {
            return Optional.of("a revocation list the issuer did not sign");
        }
        if (thisUpdate.isAfter(at.plus(OcspResponse.CLOCK_SKEW))) {
            return Optional.of("a revocation list from the future: " + thisUpdate);
        }
        return nextUpdate.isBefore(at) || thisUpdate.plus(maxAge).isBefore(at)
                ? Optional.of("a stale revocation list of " + thisUpdate)
                : Optional.empty();
    }

    private static Optional<BigInteger> number(
            @org.jspecify.annotations.Nullable Extensions extensions, ASN1ObjectIdentifier id) {
        Extension found = extensions == null ? null : extensions.getExtension(id);
        return Optional.ofNullable(found)
                .map(extension -> ASN1Integer.getInstance(extension.getParsedValue()).getValue());
    }

    private static Map<BigInteger, Entry> entries(TBSCertList tbs) {
        Map<BigInteger, Entry> found = new HashMap<>();
        Enumeration<?> all = tbs.getRevokedCertificateEnumeration();
        while (all.hasMoreElements()) {
            TBSCertList.CRLEntry entry = (TBSCertList.CRLEntry) all.nextElement();
            refuseCritical(entry.getExtensions(), Set.of());
            found.put(
                    entry.getUserCertificate().getValue(),
                    new Entry(
                            entry.getRevocationDate().getDate().toInstant(),
                            reason(entry.getExtensions())));
        }
        return Map.copyOf(found);
    }

    private static Optional<RevocationReason> reason(
            @org.jspecify.annotations.Nullable Extensions extensions) {
        Extension found = extensions == null ? null : extensions.getExtension(Extension.reasonCode);
        int number =
                found == null
                        ? 0
                        : ASN1Enumerated.getInstance(found.getParsedValue())
                                .getValue()
                                .intValueExact();
        return number == REMOVE_FROM_CRL
                ? Optional.empty()
                : Optional.of(RevocationReason.of(number));
    }

    private static void refuseCritical(
            @org.jspecify.annotations.Nullable Extensions extensions,
            Set<ASN1ObjectIdentifier> understood) {
        if (extensions != null) {
            for (ASN1ObjectIdentifier id : extensions.getCriticalExtensionOIDs()) {
                if (!understood.contains(id)) {
                    throw new IllegalArgumentException(
                            "a critical extension that is not known: " + id);
                }
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RevocationList that && der.equals(that.der);
    }

    @Override
    public int hashCode() {
        return der.hashCode();
    }

    @Override
    public String toString() {
        return "RevocationList[%d entries of %s]".formatted(entries.size(), thisUpdate);
    }
}
