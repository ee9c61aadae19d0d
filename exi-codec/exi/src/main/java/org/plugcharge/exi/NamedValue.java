package org.plugcharge.exi;

/**
 * The root of a document or fragment: the element's local name, and the record (or simple value)
 * that is its content.
 */
public record NamedValue(String name, Object value) {}
