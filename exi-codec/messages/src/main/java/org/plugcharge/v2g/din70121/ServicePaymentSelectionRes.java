package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;

/** Accepts or refuses the choice of {@link ServicePaymentSelectionReq}. */
@GlobalElement("ServicePaymentSelectionRes")
public record ServicePaymentSelectionRes(@Wire("ResponseCode") ResponseCode responseCode)
        implements Din70121Response {}
