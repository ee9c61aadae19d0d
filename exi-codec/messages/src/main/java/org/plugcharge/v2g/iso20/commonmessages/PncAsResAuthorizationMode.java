package org.plugcharge.v2g.iso20.commonmessages;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.LocalElement;
import org.plugcharge.exi.schema.Wire;

/**
 * Plug &amp; Charge: the challenge of 16 octets that AuthorizationReq has to repeat, and perhaps
 * the providers known here.
 */
@LocalElement("PnC_ASResAuthorizationMode")
public record PncAsResAuthorizationMode(
        @Wire("GenChallenge") @Length(min = 16, max = 16) Bytes genChallenge,
        @Wire("SupportedProviders") @Nullable SupportedProvidersList supportedProviders)
        implements AsResAuthorizationMode {}
