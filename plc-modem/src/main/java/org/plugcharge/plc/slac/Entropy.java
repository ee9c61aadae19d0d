package org.plugcharge.plc.slac;

import org.plugcharge.exi.Bytes;

/** Octets nobody can guess: a secure generator in the field, a recording or a seed in a test. */
@FunctionalInterface
public interface Entropy {

    /** The next {@code count} octets. */
    Bytes octets(int count);
}
