package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Length;

/** A named parameter of a service. */
@ComplexType("ParameterType")
public record Parameter(@Attribute("Name") @Length(max = 80) String name, ParameterValue value) {}
