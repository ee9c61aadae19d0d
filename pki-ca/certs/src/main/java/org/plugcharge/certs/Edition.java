package org.plugcharge.certs;

import java.util.Set;

/** Whose rules a certificate follows: keys, size. */
public enum Edition {
    /** ISO 15118-2: P-256, 800 octets. [V2G2-006], [V2G2-010] */
    ISO2("iso2", 800, KeyType.P256),
    /** ISO 15118-20: P-521 or Ed448, 1600 octets. [V2G20-2674], [V2G20-2319] */
    ISO20("iso20", 1_600, KeyType.P521, KeyType.ED448),
    /**
     * No standard: P-256 with the certificates of -20, as the open stacks still have it. For
     * laboratories only.
     */
    LAB("lab", 1_600, KeyType.P256);

    private final String id;
    private final int maxOctets;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<KeyType> keyTypes;

    Edition(String id, int maxOctets, KeyType... keyTypes) {
        this.id = id;
        this.maxOctets = maxOctets;
        this.keyTypes = Set.of(keyTypes);
    }

    /** As rule and profile ids begin: {@code iso2}, {@code iso20}, {@code lab}. */
    public String id() {
        return id;
    }

    /** The most octets of DER a certificate has. */
    public int maxOctets() {
        return maxOctets;
    }

    /** The kinds of key its certificates have. */
    public Set<KeyType> keyTypes() {
        return keyTypes;
    }
}
