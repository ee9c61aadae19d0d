package org.plugcharge.pool.rest;

import java.util.List;

/** Every token the service knows. */
public record Grants(List<Grant> all) {

    /** Keeps its own copy. */
    public Grants {
        all = List.copyOf(all);
    }
}
