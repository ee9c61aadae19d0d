package org.plugcharge.plc.mme;

/** A management message on its way: who sent it, to whom, and what it says. */
public record MmeFrame(MacAddress destination, MacAddress source, Mme message) {

    /** The same message, read aloud for logs and reports; keys are not shown. */
    public String describe() {
        return "%s -> %s %s".formatted(source, destination, message);
    }
}
