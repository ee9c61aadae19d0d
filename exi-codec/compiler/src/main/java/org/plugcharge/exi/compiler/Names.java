package org.plugcharge.exi.compiler;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The names that generated code uses for one set: its package, its classes, and the numbers of
 * element and attribute names.
 */
final class Names {

    private final String javaPackage;
    private final Map<String, String> classes = new HashMap<>();
    private final Map<Name, Integer> partitions = new HashMap<>();
    private final Map<Type, Name> elements = new HashMap<>();

    Names(Schema schema) {
        String home = schema.javaPackage();
        String label = schema.name().substring(schema.name().lastIndexOf('.') + 1);
        javaPackage =
                home.substring(0, home.lastIndexOf('.'))
                        + ".codec."
                        + label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        for (Type type : schema.types()) {
            if (type.kind == Type.Kind.COMPLEX) {
                add(type.java, "Codec");
            }
        }
        schema.heads().forEach(head -> add(head.java, "Group"));
        schema.declared()
                .forEach((name, declared) ->
                        declared.forEach(element -> {
                            if (element.type() != null) {
                                elements.putIfAbsent(element.type(), name);
                            }
                        }));
    }

    private void add(String java, String suffix) {
        String simple = java.replaceFirst("^(?:[a-z]\\w*\\.)+", "").replace(".", "") + suffix;
        if (simple.equals("RootCodec")) {
            simple = "RootElementCodec"; // The other is the interface of generated roots.
        }
        if (classes.containsValue(simple)) {
            throw new SchemaException(
                    null,
                    "two types would both have the codec " + simple + ": give one another name");
        }
        classes.put(java, simple);
    }

    String javaPackage() {
        return javaPackage;
    }

    String codec(String java) {
        String name = classes.get(java);
        if (name == null) {
            throw new SchemaException(null, "no codec for " + java);
        }
        return name;
    }

    /** The element that has this type; its name numbers the strings of simple content. */
    Name elementOf(@Nullable Type type) {
        return elements.getOrDefault(type, new Name("", "#text"));
    }

    /** The number of the string-table partition that belongs to an element or attribute. */
    int partition(Name name) {
        return partitions.computeIfAbsent(name, _ -> partitions.size());
    }
}
