package org.plugcharge.tool.transcript;

import org.jspecify.annotations.Nullable;
import org.plugcharge.tool.explain.Entry;
import org.plugcharge.tool.explain.Totals;

/** Where entries are written, in their order. */
public sealed interface Transcript permits TextTranscript, JsonTranscript, HtmlTranscript {

    /** The next entry. */
    void entry(Entry entry);

    /**
     * The end.
     *
     * @param problem why the input could not be read to its end; null if it could
     */
    void end(Totals totals, @Nullable String problem);
}
