package org.plugcharge.pool.provisioning;

import org.plugcharge.certs.Emaid;
import org.plugcharge.exi.Bytes;

/**
 * Makes eMAIDs for a provider: nine random characters, and the check character that belongs to
 * them.
 */
public final class EmaidMint {

    /** How many random octets one eMAID takes. */
    public static final int OCTETS = 9;

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private EmaidMint() {}

    /**
     * An eMAID of country (2 letters) and provider (3 characters) from nine random octets. The
     * letters I and O, easily misread, are left out; {@link
     * org.plugcharge.certs.IdentifierException} if country or provider are none.
     */
    public static Emaid mint(String country, String provider, Bytes random) {
        StringBuilder instance = new StringBuilder(country).append(provider);
        for (int i = 0; i < OCTETS; i++) {
            instance.append(ALPHABET.charAt((random.at(i) & 0xff) % ALPHABET.length()));
        }
        return Emaid.parse(instance.toString());
    }
}
