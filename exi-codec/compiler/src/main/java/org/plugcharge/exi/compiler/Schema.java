package org.plugcharge.exi.compiler;

import java.util.List;
import java.util.Map;

/**
 * One grammar set, read from the records.
 *
 * @param uri the namespace of the package that names the set
 * @param globals global elements, sorted
 * @param declared every element declared anywhere, with each different type it has, sorted
 * @param attributes every attribute declared anywhere, sorted
 */
record Schema(
        String name,
        String prefix,
        String javaPackage,
        String uri,
        List<Type> types,
        List<Head> heads,
        List<ChoiceType> choices,
        Map<Name, Particle.Element> globals,
        Map<Name, List<Particle.Element>> declared,
        Map<Name, Value> attributes,
        List<String> fragments,
        Map<String, Form> forms) {

    /** How local names of a namespace are qualified. */
    record Form(boolean elements, boolean attributes) {}
}
