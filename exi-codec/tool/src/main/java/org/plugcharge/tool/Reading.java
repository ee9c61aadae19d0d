package org.plugcharge.tool;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.exi.NamedValue;
import org.plugcharge.tool.otherengine.OtherEngineException;
import org.plugcharge.v2g.MessageSet;
import org.plugcharge.v2g.text.MessageTextException;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One way to read octets: in this set, as this kind; and which facets they break. */
record Reading(
        Engine engine, MessageSet set, Kind kind, NamedValue root, List<String> brokenFacets) {

    /**
     * All ways in which the octets make sense: those that break no facet, or else all. If there is
     * none, the {@link InputException} has the reason of the way that went furthest.
     */
    static List<Reading> all(
            Engine engine, Bytes octets, List<MessageSet> sets, @Nullable Kind givenKind) {
        List<Reading> found = new ArrayList<>();
        ExiException furthest = null;
        String furthestWay = "";
        RuntimeException other = null;
        for (Kind kind : givenKind == null ? List.of(Kind.values()) : List.of(givenKind)) {
            for (MessageSet set : sets) {
                try {
                    found.add(engine.decode(set, kind, octets));
                } catch (ExiException e) {
                    if (furthest == null || e.bitOffset() > furthest.bitOffset()) {
                        furthest = e;
                        furthestWay = way(set, kind);
                    }
                } catch (OtherEngineException | MessageTextException | InputException e) {
                    other = other == null ? e : other;
                }
            }
        }
        if (found.isEmpty() && furthest != null) {
            throw new InputException(
                    furthest.getMessage() + "; read as " + furthestWay + triedMore(sets));
        }
        if (found.isEmpty() && other != null) {
            throw other;
        }
        List<Reading> exact =
                found.stream()
                        .filter(reading ->
                                reading.brokenFacets().isEmpty() && reading.isExact(octets))
                        .toList();
        return exact.isEmpty() ? found : exact;
    }

    private static String way(MessageSet set, Kind kind) {
        return set.label() + " " + kind.name().toLowerCase(Locale.ROOT);
    }

    private static String triedMore(List<MessageSet> sets) {
        return sets.size() > 1 ? ", which went furthest of " + sets.size() + " sets" : "";
    }

    /** Whether writing it again gives the same octets, but for zeros behind the end. */
    private boolean isExact(Bytes octets) {
        try {
            Bytes again = encode();
            return again.length() <= octets.length()
                    && octets.slice(0, again.length()).equals(again);
        } catch (OtherEngineException _) {
            return false;
        }
    }

    Bytes encode() {
        return engine.encode(set, kind, root, true);
    }

    @Override
    public String toString() {
        return way(set, kind) + " " + root.name();
    }
}
