package org.plugcharge.secc.session.din70121;

import org.plugcharge.v2g.din70121.Din70121Request;
import org.plugcharge.v2g.timing.Margins;

import java.time.Instant;

/**
 * Tells {@link Margins} of the timers of a session: each {@link Timer}, and for each kind of
 * request the time to its answer against {@link PerformanceTime}.
 */
public final class DinMargins {

    private final Margins margins = new Margins();
    private String asked = "";

    /** A timer that the session did not arm itself. */
    public void armed(Timer timer, Instant now, Instant deadline) {
        margins.armed(timer.name(), now, deadline);
    }

    /** What {@code input} led to, at {@code now}. */
    public void stepped(Input input, Step step, Instant now) {
        if (input instanceof Input.Received received
                && received.message().body().element() instanceof Din70121Request request) {
            asked = request.getClass().getSimpleName();
            margins.armed(asked, now, now.plus(PerformanceTime.of(request)));
        }
        if (input instanceof Input.Fired(Timer timer)) {
            margins.ended(timer.name(), now);
        }
        step.outputs().forEach(output -> did(output, now));
    }

    private void did(Output output, Instant now) {
        switch (output) {
            case Output.Arm(Timer timer, Instant at) -> margins.armed(timer.name(), now, at);
            case Output.Disarm(Timer timer) -> margins.ended(timer.name(), now);
            case Output.Send _ -> margins.ended(asked, now);
            case Output other -> {}
        }
    }

    /** How near each came. */
    public Margins.Report report(Instant now) {
        return margins.report(now);
    }
}
