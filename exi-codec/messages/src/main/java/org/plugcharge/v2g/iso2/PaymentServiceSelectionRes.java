package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;

/** Accepts or refuses the choice of {@link PaymentServiceSelectionReq} [V2G2-465]. */
@GlobalElement("PaymentServiceSelectionRes")
public record PaymentServiceSelectionRes(@Wire("ResponseCode") ResponseCode responseCode)
        implements Iso2Response {}
