package org.plugcharge.exi.compiler;

import java.util.ArrayList;
import java.util.List;

/** A complex type or group: a record, and what the schema says of it. */
final class Type {

    enum Kind {
        COMPLEX,
        GROUP,
        /** The type of an abstract head: it has a grammar, and no record. */
        ABSTRACT
    }

    final Kind kind;
    final String java;
    final String name;
    final String uri;
    boolean mixed;

    /** Attributes sorted by name, then the text or the content. */
    final List<Particle.Item> items = new ArrayList<>();

    /** Components in the order of the record. */
    final List<Particle.Component> components = new ArrayList<>();

    Type(Kind kind, String java, String name, String uri) {
        this.kind = kind;
        this.java = java;
        this.name = name;
        this.uri = uri;
    }

    @Override
    public String toString() {
        return "{" + uri + "}" + name;
    }
}
