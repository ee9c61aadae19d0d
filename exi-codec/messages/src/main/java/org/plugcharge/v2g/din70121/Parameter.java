package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Namespace;

/**
 * A named parameter of a service. The kind of its value is said twice: by {@code type} and by the
 * element that holds it; {@link #of} makes the two agree.
 */
@ComplexType("ParameterType")
@Namespace(Din70121Namespaces.DATA_TYPES)
public record Parameter(
        @Attribute("Name") String name,
        @Attribute("ValueType") ValueType type,
        ParameterValue value) {

    /** A parameter whose {@code ValueType} is that of the value. */
    public static Parameter of(String name, ParameterValue value) {
        return new Parameter(name, ValueType.of(value), value);
    }
}
