package org.plugcharge.evcc.demo;

/**
 * Makes text of peers harmless: what steers a terminal, turns the direction of a line or opens a
 * tag is written out.
 */
final class SafeText {

    private SafeText() {}

    /**
     * No control characters but line feed and tab, no bidirectional controls, no lone surrogates:
     * {@code \}{@code u001b} instead.
     */
    static String printable(String text) {
        return text.codePoints().allMatch(SafeText::harmless) ? text : written(text);
    }

    /** The same on one line. */
    static String oneLine(String text) {
        return printable(text).replace('\n', ' ').replace('\t', ' ');
    }

    /** For an element or a quoted attribute of HTML, where nothing of it is markup. */
    static String html(String text) {
        String printable = printable(text);
        StringBuilder out = new StringBuilder(printable.length() + 16);
        for (int i = 0; i < printable.length(); i++) {
            char c = printable.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    private static String written(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints()
                .forEach(point -> {
                    if (harmless(point)) {
                        out.appendCodePoint(point);
                    } else {
                        out.append(String.format("\\u%04x", point));
                    }
                });
        return out.toString();
    }

    private static boolean harmless(int point) {
        return point == '\n'
                || point == '\t'
                || switch (Character.getType(point)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR ->
                            false;
                    default -> true;
                };
    }
}
