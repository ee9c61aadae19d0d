package org.plugcharge.certs;

/**
 * A text is not the identifier it should be; the message names the rule, what was expected and what
 * was found.
 */
public final class IdentifierException extends IllegalArgumentException {

    IdentifierException(String identifier, String expected, String found) {
        super("%s: expected %s, found %s".formatted(identifier, expected, shown(found)));
    }

    /** Text from a peer goes into a message short and without control characters. */
    private static String shown(String found) {
        String clean = found.replaceAll("[^\\x20-\\x7e]", "?");
        return '"' + (clean.length() > 64 ? clean.substring(0, 64) + "..." : clean) + '"';
    }
}
