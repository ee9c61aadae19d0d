package org.plugcharge.ocpp.json;

/**
 * What is wrong with a JSON text, where, and in which way.
 *
 * @param path the property names and list indexes from the payload's root, for instance {@code
 *     idToken.type}; empty at the root
 */
public record Problem(Kind kind, String path, String text) {

    /** The ways a payload can be wrong; each has one error code on the wire. */
    public enum Kind {
        /** No JSON, a property twice, or deeper or longer than the limits allow. */
        SYNTAX,
        /** A value of another JSON type than the property has. */
        TYPE,
        /** A required property is missing. */
        MISSING,
        /** A property the record does not have. */
        EXTRA,
        /** A list with too few or too many elements. */
        LIST_SIZE,
        /** A text longer than allowed. */
        TOO_LONG,
        /** A word outside its vocabulary, a number outside its bounds, or no date-time. */
        VALUE
    }

    @Override
    public String toString() {
        return path.isEmpty() ? text : path + ": " + text;
    }
}
