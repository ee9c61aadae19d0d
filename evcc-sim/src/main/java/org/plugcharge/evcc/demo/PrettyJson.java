package org.plugcharge.evcc.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays JSON out for people: short objects stay on one line, values stay as they were written.
 *
 * <p>What is no JSON, or nested deeper than {@value #MAX_DEPTH}, is shown as it is; more than
 * {@value #MAX_CHARACTERS} characters are cut, and it says so.
 */
final class PrettyJson {

    /** Deeper is shown as it is. */
    static final int MAX_DEPTH = 64;

    /** Longer text is cut. */
    static final int MAX_CHARACTERS = 40_000;

    private static final int WIDTH = 84;
    private static final int INDENT = 2;

    private final String text;
    private int at;

    private PrettyJson(String text) {
        this.text = text;
    }

    /**
     * Takes the pieces of a layout: names of members apart, because they are shown in another
     * colour.
     */
    interface Page {
        /** The name of a member with its quotes. */
        void name(String text);

        /** Anything else. */
        void rest(String text);
    }

    /** Lays {@code text} out on a page. */
    static void lay(String text, Page page) {
        if (text.length() > MAX_CHARACTERS) {
            page.rest(text.substring(0, MAX_CHARACTERS));
            page.rest("\nand " + (text.length() - MAX_CHARACTERS) + " more characters");
            return;
        }
        Node root;
        try {
            root = new PrettyJson(text).document();
        } catch (NoJson e) {
            page.rest(text);
            return;
        }
        lay(root, 0, 0, page);
    }

    /** The layout as plain text. */
    static String of(String text) {
        StringBuilder out = new StringBuilder();
        lay(
                text,
                new Page() {
                    @Override
                    public void name(String name) {
                        out.append(name);
                    }

                    @Override
                    public void rest(String rest) {
                        out.append(rest);
                    }
                });
        return out.toString();
    }

    private sealed interface Node {
        /** Length on one line. */
        int width();
    }

    private record Atom(String text) implements Node {
        @Override
        public int width() {
            return text.length();
        }
    }

    /** An array or, with names, an object. */
    private record Group(char open, List<Member> members, int width) implements Node {
        static Group of(char open, List<Member> members) {
            int width = open == '{' ? 2 : 0;
            for (Member member : members) {
                width += member.value().width() + 2;
                width += member.name().isEmpty() ? 0 : member.name().length() + 2;
            }
            return new Group(open, members, width);
        }

        String close() {
            return open == '{' ? "}" : "]";
        }
    }

    /** Name with quotes; empty in an array. */
    private record Member(String name, Node value) {}

    @SuppressWarnings("serial")
    private static final class NoJson extends Exception {
        NoJson() {
            super("no JSON", null, false, false);
        }
    }

    private static void lay(Node node, int indent, int column, Page page) {
        switch (node) {
            case Atom atom -> page.rest(atom.text());
            case Group group when group.members().isEmpty() ->
                    page.rest(group.open() + group.close());
            case Group group -> lay(group, indent, column + group.width() > WIDTH, page);
        }
    }

    private static void lay(Group group, int indent, boolean manyLines, Page page) {
        String between = manyLines ? "\n" + " ".repeat(indent + INDENT) : " ";
        page.rest(String.valueOf(group.open()));
        for (int i = 0; i < group.members().size(); i++) {
            Member member = group.members().get(i);
            page.rest(i == 0 && !manyLines && group.open() == '[' ? "" : between);
            int column = indent + INDENT;
            if (!member.name().isEmpty()) {
                page.name(member.name());
                page.rest(": ");
                column += member.name().length() + 2;
            }
            lay(member.value(), indent + INDENT, manyLines ? column : 0, page);
            page.rest(i + 1 < group.members().size() ? "," : "");
        }
        if (manyLines) {
            page.rest("\n" + " ".repeat(indent));
        } else if (group.open() == '{') {
            page.rest(" ");
        }
        page.rest(group.close());
    }

    private Node document() throws NoJson {
        Node root = value(0);
        skipSpace();
        if (at != text.length() || root instanceof Atom) {
            throw new NoJson();
        }
        return root;
    }

    private Node value(int depth) throws NoJson {
        if (depth > MAX_DEPTH) {
            throw new NoJson();
        }
        return switch (peek()) {
            case '{' -> group('{', '}', depth);
            case '[' -> group('[', ']', depth);
            case '"' -> new Atom(string());
            default -> new Atom(word());
        };
    }

    private Node group(char open, char close, int depth) throws NoJson {
        at++;
        List<Member> members = new ArrayList<>();
        if (peek() == close) {
            at++;
            return Group.of(open, members);
        }
        while (true) {
            String name = "";
            if (open == '{') {
                name = peek() == '"' ? string() : "";
                expect(!name.isEmpty() && peek() == ':');
                at++;
            }
            members.add(new Member(name, value(depth + 1)));
            char after = peek();
            expect(after == ',' || after == close);
            at++;
            if (after == close) {
                return Group.of(open, members);
            }
        }
    }

    private String string() throws NoJson {
        int from = at++;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        expect(at < text.length());
        return text.substring(from, ++at);
    }

    private String word() throws NoJson {
        int from = at;
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        expect(at > from);
        return text.substring(from, at);
    }

    private static boolean isWord(char c) {
        return (c >= '0' && c <= '9')
                || (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || "+-.".indexOf(c) >= 0;
    }

    private char peek() throws NoJson {
        skipSpace();
        expect(at < text.length());
        return text.charAt(at);
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private static void expect(boolean condition) throws NoJson {
        if (!condition) {
            throw new NoJson();
        }
    }
}
