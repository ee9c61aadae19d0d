package org.plugcharge.exi.compiler;

/** Stub. */
final class GrammarListing {
    private GrammarListing() {}

    static String write(Schema schema) {
        return schema.name();
    }
}
