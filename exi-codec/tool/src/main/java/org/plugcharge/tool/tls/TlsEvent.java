package org.plugcharge.tool.tls;

import org.plugcharge.exi.Bytes;

/** What is found in a TLS connection. */
public sealed interface TlsEvent {

    /** Octets that one side sent to the other inside. */
    record Plaintext(boolean fromClient, Bytes octets) implements TlsEvent {}

    /** What both agreed on: version and suite. */
    record Agreed(String version, String suite) implements TlsEvent {}

    /** The certificates one side has shown, the leaf first, as subjects. */
    record Certificates(boolean fromClient, java.util.List<String> subjects) implements TlsEvent {

        /** Copies the list. */
        public Certificates {
            subjects = java.util.List.copyOf(subjects);
        }
    }

    /** An alert: why the connection ends; closing in order (close_notify) is one too. */
    record Alert(boolean fromClient, boolean fatal, String name) implements TlsEvent {}

    /** From here on this direction can't be opened; why. Comes once for each direction. */
    record Sealed(boolean fromClient, String reason) implements TlsEvent {}
}
