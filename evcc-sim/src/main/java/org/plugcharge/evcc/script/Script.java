package org.plugcharge.evcc.script;

import java.util.List;

/** A story of a car and its driver, and how it is expected to go. */
public record Script(String name, CarKind car, List<Visit> visits, Expectations expect) {

    /** Copies. */
    public Script {
        visits = List.copyOf(visits);
    }
}
