package org.plugcharge.certs.tls;

/**
 * Takes the secrets of TLS connections as lines of an NSS key log, so that a capture made on a
 * bench can be opened.
 *
 * <p>Whoever has a line can read its connection: {@link #NONE} unless a person has asked for it.
 */
@FunctionalInterface
public interface KeyLog {

    /** Keeps secrets secret. */
    KeyLog NONE = _ -> {};

    /** Takes one line, without a line end; may be called from several threads. */
    void line(String line);
}
