package org.plugcharge.exi.compiler;

import java.util.ArrayList;
import java.util.List;

/**
 * How far generated code has come within an element, for the letter of a state: at its start,
 * behind attributes, or behind content. Where that depends on optional particles it is a Java
 * expression.
 */
final class Place {

    private boolean content;
    private boolean attribute;
    private final List<String> perhapsContent;
    private final List<String> perhapsAttribute;

    Place() {
        this(false, false, List.of(), List.of());
    }

    private Place(
            boolean content,
            boolean attribute,
            List<String> perhapsContent,
            List<String> perhapsAttribute) {
        this.content = content;
        this.attribute = attribute;
        this.perhapsContent = new ArrayList<>(perhapsContent);
        this.perhapsAttribute = new ArrayList<>(perhapsAttribute);
    }

    Place copy() {
        return new Place(content, attribute, perhapsContent, perhapsAttribute);
    }

    /** Behind an item; {@code condition} says whether it was there, empty if it had to be. */
    void passed(boolean isAttribute, String condition) {
        if (!condition.isEmpty()) {
            (isAttribute ? perhapsAttribute : perhapsContent).add(condition);
        } else if (isAttribute) {
            attribute = true;
        } else {
            content = true;
        }
    }

    /** The letter where nothing optional has come before. */
    char letter(boolean end) {
        char letter = content ? 'c' : attribute ? 's' : 'f';
        return end ? Character.toUpperCase(letter) : letter;
    }

    /** The letter as a Java expression. */
    String expression(boolean end) {
        String start = "'" + letter(end) + "'";
        if (content) {
            return start;
        }
        if (!attribute && !perhapsAttribute.isEmpty()) {
            start = either(perhapsAttribute, end ? 'S' : 's', start);
        }
        return perhapsContent.isEmpty() ? start : either(perhapsContent, end ? 'C' : 'c', start);
    }

    private static String either(List<String> conditions, char letter, String otherwise) {
        return String.join(" || ", conditions) + " ? '" + letter + "' : " + otherwise;
    }
}
