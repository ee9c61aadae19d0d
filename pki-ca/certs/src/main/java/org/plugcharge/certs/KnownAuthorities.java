package org.plugcharge.certs;

import org.plugcharge.exi.Bytes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers the CA certificates of paths that were found valid, so that the next leaf below them
 * costs one signature, not three.
 *
 * <p>What is remembered is what certificates say and that one key signed another: both never
 * change, so no verdict depends on it. Only valid paths get in, so no stranger can fill it.
 */
final class KnownAuthorities {

    private static final int MAX = 1_000;

    private static final Map<Bytes, Certificate> READ = new ConcurrentHashMap<>();
    private static final Set<Link> SIGNED = ConcurrentHashMap.newKeySet();

    private record Link(Certificate below, VerificationKey above) {}

    private KnownAuthorities() {}

    /** The certificate in these octets; {@link MalformedCertificateException} as when reading. */
    static Certificate parse(Bytes der) {
        Certificate known = READ.get(der);
        return known == null ? Certificate.parse(der) : known;
    }

    /** Whether this key signed this certificate. */
    static boolean isSigned(Certificate certificate, VerificationKey key) {
        boolean known = certificate.fields().ca() && SIGNED.contains(new Link(certificate, key));
        return known || certificate.isSignedBy(key);
    }

    /** Takes in the CAs of a valid path. */
    static void remember(List<Certificate> path) {
        if (READ.size() >= MAX || SIGNED.size() >= MAX) {
            READ.clear();
            SIGNED.clear();
        }
        for (int i = 1; i + 1 < path.size(); i++) {
            Certificate authority = path.get(i);
            READ.putIfAbsent(authority.der(), authority);
            SIGNED.add(new Link(authority, path.get(i + 1).key()));
        }
    }
}
