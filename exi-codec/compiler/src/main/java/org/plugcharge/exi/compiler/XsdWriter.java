package org.plugcharge.exi.compiler;

/** Stub. */
final class XsdWriter {
    private XsdWriter() {}

    static String write(Schema schema) {
        return schema.name();
    }
}
