package org.plugcharge.evcc.demo;

/** A page being written: markup is ours, text is anybody's and always escaped. */
final class Html {

    private final StringBuilder out = new StringBuilder(1 << 16);

    /** Markup as it stands; never text that came from outside. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /** A number in markup. */
    Html raw(long number) {
        out.append(number);
        return this;
    }

    /** Text, escaped. */
    Html text(String text) {
        out.append(SafeText.html(text));
        return this;
    }

    /** An element without attributes around text. */
    Html element(String name, String text) {
        return raw("<").raw(name).raw(">").text(text).raw("</").raw(name).raw(">");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
