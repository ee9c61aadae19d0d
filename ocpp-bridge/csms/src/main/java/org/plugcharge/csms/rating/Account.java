package org.plugcharge.csms.rating;

import java.util.List;

/** What the events of a transaction known so far add up to. */
public sealed interface Account {

    /** Going on: no Ended yet. */
    record Open() implements Account {}

    /** Ended, but events before it are missing: ask the station, wait, never bill. */
    record Incomplete(List<Integer> missing) implements Account {
        /** Copies its list. */
        public Incomplete {
            missing = List.copyOf(missing);
        }
    }

    /** Complete, but not to be believed: somebody must look at it before it is billed. */
    record Held(List<String> reasons) implements Account {
        /** Copies its list. */
        public Held {
            reasons = List.copyOf(reasons);
        }
    }

    /** Complete and believable. */
    record Closed(Delivery delivery) implements Account {}
}
