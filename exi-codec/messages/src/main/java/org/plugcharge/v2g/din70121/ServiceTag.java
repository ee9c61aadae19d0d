package org.plugcharge.v2g.din70121;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/** What a service is called: number, name and scope (at most 32 characters), category. */
@ComplexType("ServiceTagType")
@Namespace(Din70121Namespaces.DATA_TYPES)
public record ServiceTag(
        @Wire(value = "ServiceID", xs = Xs.UNSIGNED_SHORT) int serviceId,
        @Wire("ServiceName") @Length(max = 32) @Nullable String name,
        @Wire("ServiceCategory") ServiceCategory category,
        @Wire("ServiceScope") @Length(max = 32) @Nullable String scope) {}
