package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** The identifiers of mobility service providers whose contracts are taken here, at most 128. */
@ComplexType("SupportedProvidersListType")
public record SupportedProvidersList(
        @Wire("ProviderID") @Length(max = 80) @Occurs(max = 128) List<String> providerIds) {

    public SupportedProvidersList {
        providerIds = List.copyOf(providerIds);
    }
}
