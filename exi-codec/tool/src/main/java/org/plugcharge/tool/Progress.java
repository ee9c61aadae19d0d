package org.plugcharge.tool;

import java.io.PrintWriter;

/** Says once a second how far long work is. */
final class Progress {

    private static final long SECOND = 1_000_000_000;
    private static final int STEPS = 1_000;

    private final PrintWriter err;
    private final Source source;
    private final boolean wanted;
    private long steps;
    private long told = System.nanoTime();
    private boolean any;

    Progress(PrintWriter err, Source source, boolean wanted) {
        this.err = err;
        this.source = source;
        this.wanted = wanted;
    }

    void step() {
        steps++;
        if (wanted && steps % STEPS == 0 && System.nanoTime() - told > SECOND) {
            told = System.nanoTime();
            tell();
        }
    }

    private void tell() {
        any = true;
        long megabytes = source.read() / 1_000_000;
        err.print(
                "\rv2g: "
                        + (source.size() > 0
                                ? 100 * source.read() / source.size()
                                        + " % of "
                                        + source.size() / 1_000_000
                                : megabytes)
                        + " MB");
        err.flush();
    }

    void done() {
        if (any || wanted) {
            tell();
            err.println();
            err.flush();
        }
    }
}
