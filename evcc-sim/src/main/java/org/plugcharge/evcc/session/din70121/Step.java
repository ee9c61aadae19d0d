package org.plugcharge.evcc.session.din70121;

import java.util.ArrayList;
import java.util.List;

/** What follows from an input: the next state and what to do, in order. */
public record Step(State next, List<Output> outputs) {

    public Step {
        outputs = List.copyOf(outputs);
    }

    static Step to(State next, Output... outputs) {
        return new Step(next, List.of(outputs));
    }

    static Step stay(State state) {
        return new Step(state, List.of());
    }

    /** The same step with these outputs before its own. */
    Step after(Output... first) {
        List<Output> all = new ArrayList<>(List.of(first));
        all.addAll(outputs);
        return new Step(next, all);
    }
}
