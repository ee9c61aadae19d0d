package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Text;
import org.plugcharge.exi.schema.Xs;

/** An eMAID (14 or 15 characters) with the {@code Id} by which a signature refers to it. */
@ComplexType("EMAIDType")
@Namespace(Iso2Namespaces.DATA_TYPES)
public record EmaidElement(
        @Attribute(value = "Id", xs = Xs.ID) String id,
        @Text @Length(min = 14, max = 15) String value) {}
