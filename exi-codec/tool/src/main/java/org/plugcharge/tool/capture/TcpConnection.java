package org.plugcharge.tool.capture;

import org.jspecify.annotations.Nullable;

/**
 * One TCP connection of a capture. The client is who sent the first SYN; without one, who was seen
 * first.
 */
public final class TcpConnection {

    private final int number;
    private final Endpoint client;
    private final Endpoint server;
    private final boolean fromStart;
    private final TcpDirection up = new TcpDirection();
    private final TcpDirection down = new TcpDirection();
    private @Nullable Object state;

    TcpConnection(int number, Endpoint client, Endpoint server, boolean fromStart) {
        this.number = number;
        this.client = client;
        this.server = server;
        this.fromStart = fromStart;
    }

    /** Counted from 1 in the order in which they begin. */
    public int number() {
        return number;
    }

    /** Who opened it. */
    public Endpoint client() {
        return client;
    }

    /** Who was called. */
    public Endpoint server() {
        return server;
    }

    /** Whether its first SYN was captured. */
    public boolean fromStart() {
        return fromStart;
    }

    /** How many segments came that held nothing new. */
    public int retransmissions() {
        return up.retransmissions() + down.retransmissions();
    }

    /** What the reader of this connection has put here; null at first. */
    public @Nullable Object state() {
        return state;
    }

    /** Puts something here for later. */
    public void state(Object value) {
        state = value;
    }

    TcpDirection direction(boolean fromClient) {
        return fromClient ? up : down;
    }

    @Override
    public String toString() {
        return client + " -> " + server;
    }
}
