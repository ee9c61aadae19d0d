package org.plugcharge.ocpp.json;

import org.jspecify.annotations.Nullable;

/**
 * Where in a payload a reader or writer is; turned into text only when something is wrong there.
 */
record Path(@Nullable Path parent, String step) {

    static final Path ROOT = new Path(null, "");

    Path property(String name) {
        return new Path(this, name);
    }

    Path index(int index) {
        return new Path(this, "[" + index + "]");
    }

    BadPayload bad(Problem.Kind kind, String text) {
        return new BadPayload(new Problem(kind, toString(), text));
    }

    @Override
    public String toString() {
        String before = parent == null ? "" : parent.toString();
        return before.isEmpty() || step.startsWith("[") ? before + step : before + "." + step;
    }
}
