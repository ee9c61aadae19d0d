package org.plugcharge.certs;

/**
 * Case of ASCII letters only: Java's own would turn a dotless i or a long s into the letters I and
 * S.
 */
final class Ascii {

    private Ascii() {}

    static String upper(String text) {
        StringBuilder upper = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            upper.append(letter >= 'a' && letter <= 'z' ? (char) (letter - 'a' + 'A') : letter);
        }
        return upper.toString();
    }
}
