package org.plugcharge.ocpp.link;

/** The socket under a link. Both methods are called by one thread at a time and must not block. */
public interface Wire {

    /** Sends a text frame. */
    void send(String frame);

    /** Something for the log: the peer said what it should not. */
    void report(String line);
}
