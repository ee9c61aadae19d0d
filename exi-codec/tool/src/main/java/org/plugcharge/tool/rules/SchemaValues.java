package org.plugcharge.tool.rules;

import java.util.List;

/** Whether every value is one that the schema allows. */
final class SchemaValues {

    static final Rule FACETS =
            new Rule("schema.value", "schema", "every value lies within the facets of its type");

    private SchemaValues() {}

    static List<Finding> judge(@SuppressWarnings("unused") Course course, Said said) {
        return said.message().problems().stream()
                .map(problem -> Finding.broken(FACETS, problem))
                .toList();
    }
}
