package org.plugcharge.exi.compiler;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * The head of a substitution group with its members; {@code members} holds the head itself too
 * unless that is abstract.
 */
final class Head {

    final String java;
    final Name name;
    final String typeName;

    /** The elements that may stand here, sorted; the head is always one of them. */
    final List<Particle.Element> elements = new ArrayList<>();

    /** The content of the head's type if the head is abstract. */
    @Nullable Type abstractType;

    Head(String java, Name name, String typeName) {
        this.java = java;
        this.name = name;
        this.typeName = typeName;
    }
}
