package org.plugcharge.secc.session.din70121;

import java.util.ArrayList;
import java.util.List;

/** What follows from one input: the next state, and what is to be done, in order. */
public record Step(State next, List<Output> outputs) {

    /** Copies the list. */
    public Step {
        outputs = List.copyOf(outputs);
    }

    static Step to(State next, Output... outputs) {
        return new Step(next, List.of(outputs));
    }

    Step and(Output... more) {
        List<Output> all = new ArrayList<>(outputs);
        all.addAll(List.of(more));
        return new Step(next, all);
    }

    boolean sends() {
        return outputs.stream().anyMatch(Output.Send.class::isInstance);
    }
}
