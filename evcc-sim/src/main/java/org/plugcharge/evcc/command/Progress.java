package org.plugcharge.evcc.command;

import org.plugcharge.evcc.host.SessionListener;
import org.plugcharge.evcc.session.ChargePoint;
import org.plugcharge.evcc.session.Phase;
import org.plugcharge.exi.Bytes;

import java.io.PrintWriter;
import java.util.Locale;

/** One line a phase, with the time since the start. */
final class Progress implements SessionListener {

    private static final int LINES_OF_LOOP = 10;

    private final PrintWriter out;
    private final long start = System.nanoTime();
    private long first = -1;
    private long latest = -1;

    Progress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void entered(Phase phase) {
        line(phase.text());
    }

    /** The energy since the first reading, in Wh. */
    long wattHours() {
        return latest - first;
    }

    @Override
    public void observed(ChargePoint point) {
        first = first < 0 ? point.storedWh() : first;
        latest = point.storedWh();
        if (point.loop() % LINES_OF_LOOP == 1) {
            line(
                    String.format(
                            Locale.ROOT,
                            "charging  %.1f V  %.1f A  %.1f %%",
                            point.millivolts() / 1000.0,
                            point.milliamps() / 1000.0,
                            point.socPermille() / 10.0));
        }
    }

    @Override
    public void paused(Bytes sessionId) {
        line("come back with --resume " + sessionId.toHex());
    }

    @Override
    public void noted(String text) {
        line(text);
    }

    private void line(String text) {
        out.printf(Locale.ROOT, "%8.3f s  %s%n", (System.nanoTime() - start) / 1e9, text);
        out.flush();
    }
}
