package org.plugcharge.evcc.script;

/** A script that is none; the message has file, line and column and says what was expected. */
public final class ScriptException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ScriptException(String message) {
        super(message);
    }
}
