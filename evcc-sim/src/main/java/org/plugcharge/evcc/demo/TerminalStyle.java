package org.plugcharge.evcc.demo;

import java.io.Console;
import java.io.PrintStream;
import java.util.Map;

/**
 * What a terminal can show.
 *
 * @param live whether a line may be rewritten, which makes no sense in a file
 * @param colour whether escape sequences for colour may be sent
 * @param blocks whether it shows more than ASCII
 * @param columns at most this wide
 */
public record TerminalStyle(boolean live, boolean colour, boolean blocks, int columns) {

    /** Nobody needs longer lines. */
    public static final int MAX_COLUMNS = 100;

    private static final int MIN_COLUMNS = 60;

    /** A file or a pipe. */
    public static final TerminalStyle PLAIN = new TerminalStyle(false, false, false, MAX_COLUMNS);

    /** Keeps the width between 60 and {@value #MAX_COLUMNS}. */
    public TerminalStyle {
        columns = Math.clamp(columns, MIN_COLUMNS, MAX_COLUMNS);
    }

    /**
     * Looks at the console, at {@code NO_COLOR}, {@code TERM} and {@code COLUMNS}, and at what
     * {@code out} can encode.
     */
    public static TerminalStyle detect(PrintStream out, Map<String, String> environment) {
        return of(isTerminal(), out, environment);
    }

    @SuppressWarnings(
            "SystemConsoleNull") // it still is null where nothing is a terminal, with the provider
    // in java.base
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    static TerminalStyle of(boolean terminal, PrintStream out, Map<String, String> environment) {
        boolean dumb = environment.getOrDefault("TERM", "").equals("dumb");
        boolean live = terminal && !dumb;
        boolean colour = live && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new TerminalStyle(
                live,
                colour,
                live && out.charset().newEncoder().canEncode('█'),
                columns(environment));
    }

    private static int columns(Map<String, String> environment) {
        String columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(columns) : MAX_COLUMNS;
    }

    /** {@code text} in a colour, if there are colours. */
    String painted(Paint paint, String text) {
        return colour ? "\u001b[" + paint.code + "m" + text + "\u001b[0m" : text;
    }

    /** What a colour says. */
    enum Paint {
        GOOD("32"),
        BAD("1;31"),
        STRONG("1"),
        QUIET("2"),
        BUSY("36");

        private final String code;

        Paint(String code) {
            this.code = code;
        }
    }
}
