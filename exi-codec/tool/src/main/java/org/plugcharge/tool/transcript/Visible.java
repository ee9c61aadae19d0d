package org.plugcharge.tool.transcript;

/** Text that came from a peer, made harmless for a terminal: nothing in it moves the cursor. */
final class Visible {

    private Visible() {}

    static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints()
                .forEach(character -> {
                    if (Character.isISOControl(character)
                            || Character.getType(character) == Character.FORMAT
                            || Character.getType(character) == Character.SURROGATE) {
                        visible.append("\\u%04x".formatted(character));
                    } else {
                        visible.appendCodePoint(character);
                    }
                });
        return visible.toString();
    }
}
