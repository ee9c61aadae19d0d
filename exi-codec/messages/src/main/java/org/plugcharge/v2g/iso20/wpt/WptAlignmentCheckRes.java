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
import org.plugcharge.v2g.iso20.ResponseCode;

import java.util.List;

/** The power (W) the supply device transmits for the alignment check, and its current (A). */
@GlobalElement("WPT_AlignmentCheckRes")
public record WptAlignmentCheckRes(
        MessageHeader header,
        ResponseCode responseCode,
        @Wire("EVSEProcessing") Processing processing,
        @Wire("PowerTransmitted") @Nullable RationalNumber powerTransmitted,
        @Wire("SupplyDeviceCurrent") @Nullable RationalNumber supplyDeviceCurrent,
        @Wire("VendorSpecificDataContainer") @Length(max = 256) @Occurs(min = 0, max = 16)
                List<Bytes> vendorData)
        implements WptResponse {

    public WptAlignmentCheckRes {
        vendorData = List.copyOf(vendorData);
    }
}
