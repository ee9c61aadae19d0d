package org.plugcharge.v2g.iso20.wpt;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.MessageHeader;
import org.plugcharge.v2g.iso20.Processing;
import org.plugcharge.v2g.iso20.RationalNumber;

import java.util.List;

/**
 * Asks for a coil current (A) to check by the power received that the coils lie above one another;
 * repeated while processing is Ongoing.
 */
@GlobalElement("WPT_AlignmentCheckReq")
public record WptAlignmentCheckReq(
        MessageHeader header,
        @Wire("EVProcessing") Processing processing,
        @Wire("TargetCoilCurrent") @Nullable RationalNumber targetCoilCurrent,
        @Wire("EVResultCode") EvResult result,
        @Wire("VendorSpecificDataContainer") @Length(max = 256) @Occurs(min = 0, max = 16)
                List<Bytes> vendorData)
        implements WptRequest {

    public WptAlignmentCheckReq {
        vendorData = List.copyOf(vendorData);
    }
}
