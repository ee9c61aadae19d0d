package org.plugcharge.exi.compiler;

import java.util.ArrayList;
import java.util.List;

/** A choice: its alternatives in schema order, and whether any element is the last of them. */
final class ChoiceType {

    final String java;
    final boolean wildcard;
    final List<Particle.Alternative> alternatives = new ArrayList<>();

    ChoiceType(String java, boolean wildcard) {
        this.java = java;
        this.wildcard = wildcard;
    }
}
