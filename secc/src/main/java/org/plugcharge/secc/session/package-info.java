/**
 * Decides which protocol a vehicle and this station speak, and holds what all of them take from
 * outside: time, randomness, hardware.
 *
 * <p>Never does I/O and never reads a clock.
 *
 * <p>Follows supportedAppProtocol of ISO 15118-2 section 8.2.
 */
@NullMarked
package org.plugcharge.secc.session;

import org.jspecify.annotations.NullMarked;
