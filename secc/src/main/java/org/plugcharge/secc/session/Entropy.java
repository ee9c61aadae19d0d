package org.plugcharge.secc.session;

import org.plugcharge.exi.Bytes;

/**
 * Random octets from outside a core: a {@link java.security.SecureRandom} in a station, a seed in a
 * simulation.
 */
@FunctionalInterface
public interface Entropy {

    /** {@code length} fresh octets. */
    Bytes octets(int length);
}
