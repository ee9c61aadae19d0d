package org.plugcharge.tool.trace;

import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.v2g.MessageSet;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A trace as lines: bit, width, code, event or value. */
public final class TraceText {

    private final PrintWriter out;

    /** Writes to {@code out}. */
    public TraceText(PrintWriter out) {
        this.out = out;
    }

    /** Writes a stream that is one of the set. */
    public void write(MessageSet set, boolean fragment, Bytes octets) {
        head();
        trace(set, fragment, octets, new ArrayList<>()).forEach(this::line);
    }

    /** Writes a stream that is wrong, as that of the sets by which it goes furthest. */
    public void writeFurthest(List<MessageSet> sets, List<Boolean> kinds, Bytes octets) {
        List<Traced> best = List.of();
        String title = "";
        for (boolean fragment : kinds) {
            for (MessageSet set : sets) {
                List<Traced> found = new ArrayList<>();
                try {
                    trace(set, fragment, octets, found);
                } catch (ExiException _) {
                    // Said by the codec.
                }
                if (end(found) > end(best)) {
                    best = found;
                    title = set.label() + (fragment ? " fragment" : " document");
                }
            }
        }
        out.println("# " + title + ", as far as it goes");
        head();
        best.forEach(this::line);
    }

    private static long end(List<Traced> found) {
        return found.isEmpty() ? 0 : found.getLast().bit() + found.getLast().width();
    }

    private static List<Traced> trace(
            MessageSet set, boolean fragment, Bytes octets, List<Traced> found) {
        if (fragment) {
            Tracer.fragment(set, octets, found::add);
        } else {
            Tracer.document(set, octets, found::add);
        }
        return found;
    }

    private void head() {
        out.println("#   bit width  code  event");
    }

    private void line(Traced traced) {
        boolean value = traced.code() < 0;
        out.println(
                String.format(
                        Locale.ROOT,
                        "%7d %5d %5s  %s%s",
                        traced.bit(),
                        traced.width(),
                        value ? "" : traced.code(),
                        "  ".repeat(traced.depth()),
                        value
                                ? "= " + visible(traced.text()) + "  (" + traced.type() + ")"
                                : traced.text()));
    }

    private static String visible(String text) {
        return text.codePoints()
                .collect(
                        StringBuilder::new,
                        (all, one) -> {
                            if (Character.isISOControl(one)) {
                                all.append("\\u%04x".formatted(one));
                            } else {
                                all.appendCodePoint(one);
                            }
                        },
                        StringBuilder::append)
                .toString();
    }
}
