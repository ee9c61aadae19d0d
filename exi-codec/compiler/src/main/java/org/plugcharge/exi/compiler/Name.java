package org.plugcharge.exi.compiler;

import java.util.Comparator;

/** An expanded name; ordered as EXI orders names, by local name and then by namespace. */
record Name(String uri, String local) implements Comparable<Name> {

    private static final Comparator<Name> ORDER =
            Comparator.comparing(Name::local).thenComparing(Name::uri);

    @Override
    public int compareTo(Name other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "{" + uri + "}" + local;
    }
}
