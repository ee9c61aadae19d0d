/**
 * Decides how Ethernet frames get to a modem and from it: by a raw socket on a network interface,
 * or by a TAP device for modems that are no network interface of their own.
 *
 * <p>Never looks into a frame and keeps none.
 *
 * <p>Follows packet(7) and the TUN/TAP interface of Linux, called without native code of our own.
 */
@NullMarked
package org.plugcharge.plc.port;

import org.jspecify.annotations.NullMarked;
