package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Namespace;

/** A named parameter of a service. */
@ComplexType("ParameterType")
@Namespace(Iso2Namespaces.DATA_TYPES)
public record Parameter(@Attribute("Name") String name, ParameterValue value) {}
