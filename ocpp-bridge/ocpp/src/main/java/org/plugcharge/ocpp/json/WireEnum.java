package org.plugcharge.ocpp.json;

/** A closed vocabulary whose words on the wire are not its names in Java. */
public interface WireEnum {

    /** The word as it is spelled on the wire; compared with regard to case. */
    String wire();
}
