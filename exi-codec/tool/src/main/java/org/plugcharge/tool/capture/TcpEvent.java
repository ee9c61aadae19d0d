package org.plugcharge.tool.capture;

import org.plugcharge.exi.Bytes;

/** What happened in a TCP connection, in the order in which its receiver sees it. */
public sealed interface TcpEvent {

    /** The connection it happened in. */
    TcpConnection connection();

    /** Somebody opens a connection, or the capture begins in the middle of it. */
    record Opened(TcpConnection connection) implements TcpEvent {}

    /** The next octets of one direction. */
    record Octets(TcpConnection connection, boolean fromClient, Bytes octets) implements TcpEvent {}

    /** Octets that were sent but not captured; those behind them follow. */
    record Lost(TcpConnection connection, boolean fromClient, long count) implements TcpEvent {}

    /** One side has no more to say (FIN), or breaks off (RST). */
    record Closed(TcpConnection connection, boolean fromClient, boolean reset)
            implements TcpEvent {}
}
