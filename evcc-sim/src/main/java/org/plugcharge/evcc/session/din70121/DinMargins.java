package org.plugcharge.evcc.session.din70121;

import org.plugcharge.v2g.din70121.Din70121Body;
import org.plugcharge.v2g.timing.Margins;

import java.time.Instant;
import java.util.Optional;

/**
 * Tells {@link Margins} of the timers of a session: the message timer under the name of each
 * request, the others under their own. The rest before the next request of a loop is no limit and
 * is left out.
 */
public final class DinMargins {

    private final Margins margins = new Margins();
    private String asked = "SessionSetupReq";

    /** What {@code input} led to, at {@code now}. */
    public void stepped(Input input, Step step, Instant now) {
        if (input instanceof Input.Fired(Timer timer)) {
            ended(timer, now);
        }
        if (input instanceof Input.Received) {
            ended(Timer.MESSAGE, now);
        }
        for (Output output : step.outputs()) {
            request(output).ifPresent(name -> asked = name);
        }
        step.outputs().forEach(output -> did(output, now));
    }

    private static Optional<String> request(Output output) {
        return output instanceof Output.Send(var message)
                ? Optional.ofNullable(message.body().element())
                        .map(Din70121Body::getClass)
                        .map(Class::getSimpleName)
                : Optional.empty();
    }

    private void did(Output output, Instant now) {
        switch (output) {
            case Output.Arm(Timer timer, Instant at) when timer != Timer.PACE ->
                    margins.armed(name(timer), now, at);
            case Output.Disarm(Timer timer) -> ended(timer, now);
            case Output other -> {}
        }
    }

    private void ended(Timer timer, Instant now) {
        margins.ended(name(timer), now);
    }

    private String name(Timer timer) {
        return timer == Timer.MESSAGE ? asked : timer.name();
    }

    /** How near each came. */
    public Margins.Report report(Instant now) {
        return margins.report(now);
    }
}
