package org.plugcharge.evcc.host;

import org.plugcharge.exi.Bytes;

import java.net.InetSocketAddress;

/**
 * Hears what passes between car and station as it is on the wire, TLS still closed. Called on the
 * threads that send and receive, in the order of each direction: be quick.
 */
public interface Wiretap {

    /** Hears nothing. */
    Wiretap NONE = new Wiretap() {};

    /** A discovery datagram. */
    default void datagram(InetSocketAddress from, InetSocketAddress to, Bytes payload) {}

    /** The connection is up. */
    default void connected(InetSocketAddress car, InetSocketAddress station) {}

    /** The car is about to send. */
    default void sent(Bytes octets) {}

    /** The station has sent. */
    default void received(Bytes octets) {}

    /** The station will send no more. */
    default void stationClosed() {}

    /** The car closes the connection. */
    default void closed() {}
}
