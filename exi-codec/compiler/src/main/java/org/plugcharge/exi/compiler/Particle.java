package org.plugcharge.exi.compiler;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A piece of a type's content, or of its attributes, before it is repeated. */
sealed interface Particle {

    /** An element with a simple or complex type. */
    record Element(Name name, @Nullable Value value, @Nullable Type type, boolean global)
            implements Particle {}

    /**
     * A reference to the head of a substitution group: any of its members, or the head; {@code
     * java} is the interface of the group, or a narrower one that all members have.
     */
    record Substitution(Head head, String java) implements Particle {}

    /** One of several sequences. */
    record Alternatives(ChoiceType choice) implements Particle {}

    /** A sequence with a record of its own. */
    record Sequence(Type group) implements Particle {}

    /** xs:any. */
    record Any(boolean any) implements Particle {}

    /** An attribute. */
    record Attr(Name name, Value value) implements Particle {}

    /** The text of simple content. */
    record Characters(Value value) implements Particle {}

    /** A particle with its occurrence. */
    record Item(Particle particle, int min, int max, @Nullable Component component) {

        Item next() {
            return new Item(
                    particle,
                    Math.max(0, min - 1),
                    max == Integer.MAX_VALUE ? max : max - 1,
                    component);
        }
    }

    /** The record component that holds the values of a particle. */
    record Component(String name, String javaType, boolean list, boolean nullable) {}

    /** The sequences of a choice, each with the record that stands for it. */
    record Alternative(Type record, List<Item> items) {}
}
