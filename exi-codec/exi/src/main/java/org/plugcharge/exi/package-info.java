/**
 * Decides how EXI 1.0 values lie in bits: integers, strings, binaries, enumerations, and the limits
 * on each.
 *
 * <p>Never knows a message or a schema, and never reads from anything but the octets it is given.
 *
 * <p>Follows EXI 1.0 section 7 in the profile all ISO 15118 peers share: bit-packed, default
 * fidelity, not strict.
 */
@NullMarked
package org.plugcharge.exi;

import org.jspecify.annotations.NullMarked;
