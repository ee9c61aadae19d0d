package org.plugcharge.v2g.xmldsig;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * One signed part: where it is ({@code #} and its {@code Id}), what was done to it, and its digest.
 */
@GlobalElement("Reference")
public record Reference(
        @Attribute(value = "Id", xs = Xs.ID) @Nullable String id,
        @Attribute(value = "Type", xs = Xs.ANY_URI) @Nullable String type,
        @Attribute(value = "URI", xs = Xs.ANY_URI) @Nullable String uri,
        @Wire(value = "Transforms", ref = true) @Nullable Transforms transforms,
        @Wire(value = "DigestMethod", ref = true) DigestMethod digestMethod,
        @Wire(value = "DigestValue", ref = true) Bytes digestValue) {}
