package org.plugcharge.exi.schema;

/**
 * The built-in XML Schema type of a component, with the Java type that holds it (boxed and nullable
 * when optional).
 *
 * <p>Integers with a range of at most 4096 values, after {@link Range}, are coded in as few bits as
 * they need.
 */
public enum Xs {
    /**
     * By the Java type: boolean, {@code byte}, {@code short}, {@code int}, {@code long}, {@code
     * BigInteger} (xs:integer), {@code String} (xs:string), {@code Bytes} (xs:base64Binary).
     */
    DEFAULT,
    /** In an {@code int}. */
    UNSIGNED_BYTE,
    /** In an {@code int}. */
    UNSIGNED_SHORT,
    /** In a {@code long}. */
    UNSIGNED_INT,
    /** In a {@code long} whose 64 bits are read as unsigned. */
    UNSIGNED_LONG,
    /** In {@code Bytes}. */
    HEX_BINARY,
    /** In a {@code String}. */
    ANY_URI,
    /** In a {@code String}; attributes only. */
    ID,
    /** In a {@code String}; attributes only. */
    IDREF
}
