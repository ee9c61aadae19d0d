package org.plugcharge.tool.otherengine;

/** The other engine can't, or was not let; says why. */
public final class OtherEngineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OtherEngineException(String message) {
        super(message);
    }
}
