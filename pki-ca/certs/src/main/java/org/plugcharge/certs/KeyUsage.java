package org.plugcharge.certs;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a key may be used for; RFC 5280 section 4.2.1.3, with the bit as Bouncy Castle numbers it.
 */
public enum KeyUsage {
    DIGITAL_SIGNATURE(1 << 7),
    NON_REPUDIATION(1 << 6),
    KEY_ENCIPHERMENT(1 << 5),
    DATA_ENCIPHERMENT(1 << 4),
    KEY_AGREEMENT(1 << 3),
    KEY_CERT_SIGN(1 << 2),
    CRL_SIGN(1 << 1),
    ENCIPHER_ONLY(1),
    DECIPHER_ONLY(1 << 15);

    private final int bit;

    KeyUsage(int bit) {
        this.bit = bit;
    }

    static Set<KeyUsage> of(org.bouncycastle.asn1.x509.KeyUsage extension) {
        Set<KeyUsage> usages = EnumSet.noneOf(KeyUsage.class);
        for (KeyUsage usage : values()) {
            if (extension.hasUsages(usage.bit)) {
                usages.add(usage);
            }
        }
        return usages;
    }

    static org.bouncycastle.asn1.x509.KeyUsage extension(Set<KeyUsage> usages) {
        return new org.bouncycastle.asn1.x509.KeyUsage(
                usages.stream().mapToInt(usage -> usage.bit).sum());
    }
}
