package org.plugcharge.tool;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.BitReader;
import org.plugcharge.exi.BitWriter;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.exi.NamedValue;
import org.plugcharge.v2g.MessageSet;

import java.util.ArrayList;
import java.util.List;

/** One way to read octets: in this set, as this kind; and which facets they break. */
record Reading(MessageSet set, Kind kind, NamedValue root, List<String> brokenFacets) {

    /** Reads leniently; {@link ExiException} if there is no way. */
    static Reading of(Bytes octets, MessageSet set, Kind kind) {
        BitReader in = new BitReader(octets).lenient();
        NamedValue root = kind.decode(set, in);
        return new Reading(set, kind, root, in.brokenFacets());
    }

    /** All ways in which the octets make sense: those that break no facet, or else all. */
    static List<Reading> all(
            Bytes octets, @Nullable MessageSet givenSet, @Nullable Kind givenKind) {
        List<Reading> found = new ArrayList<>();
        ExiException furthest = null;
        for (Kind kind : givenKind == null ? List.of(Kind.values()) : List.of(givenKind)) {
            for (MessageSet set :
                    givenSet == null ? List.of(MessageSet.values()) : List.of(givenSet)) {
                try {
                    found.add(of(octets, set, kind));
                } catch (ExiException e) {
                    furthest =
                            furthest == null || e.bitOffset() > furthest.bitOffset() ? e : furthest;
                }
            }
        }
        if (found.isEmpty() && furthest != null) {
            throw furthest;
        }
        List<Reading> exact =
                found.stream()
                        .filter(reading ->
                                reading.brokenFacets().isEmpty() && reading.isExact(octets))
                        .toList();
        return exact.isEmpty() ? found : exact;
    }

    /** Whether writing it again gives the same octets, but for zeros behind the end. */
    private boolean isExact(Bytes octets) {
        Bytes again = encode();
        return again.length() <= octets.length() && octets.slice(0, again.length()).equals(again);
    }

    Bytes encode() {
        BitWriter out = new BitWriter().lenient();
        kind.encode(set, out, root);
        return out.toBytes();
    }

    @Override
    public String toString() {
        return set.label()
                + " "
                + kind.name().toLowerCase(java.util.Locale.ROOT)
                + " "
                + root.name();
    }
}
