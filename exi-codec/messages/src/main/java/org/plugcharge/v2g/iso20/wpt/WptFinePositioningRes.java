package org.plugcharge.v2g.iso20.wpt;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.MessageHeader;
import org.plugcharge.v2g.iso20.Processing;
import org.plugcharge.v2g.iso20.ResponseCode;

import java.util.List;

/** What the primary device has received or sent while the car moves into position. */
@GlobalElement("WPT_FinePositioningRes")
public record WptFinePositioningRes(
        MessageHeader header,
        ResponseCode responseCode,
        @Wire("EVSEProcessing") Processing processing,
        @Wire("VendorSpecificDataContainer") @Length(max = 256) @Occurs(min = 0, max = 16)
                List<Bytes> vendorData,
        @Wire("WPT_LF_DataPackageList") @Nullable LfDataPackages lfDataPackages)
        implements WptResponse {

    public WptFinePositioningRes {
        vendorData = List.copyOf(vendorData);
    }
}
