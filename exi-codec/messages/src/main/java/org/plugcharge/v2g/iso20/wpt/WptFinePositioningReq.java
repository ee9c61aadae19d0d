package org.plugcharge.v2g.iso20.wpt;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.MessageHeader;
import org.plugcharge.v2g.iso20.Processing;

import java.util.List;

/**
 * What the car's device has received or sent while the car moves into position, and whether it has
 * got there; repeated while processing is Ongoing.
 */
@GlobalElement("WPT_FinePositioningReq")
public record WptFinePositioningReq(
        MessageHeader header,
        @Wire("EVProcessing") Processing processing,
        @Wire("EVResultCode") EvResult result,
        @Wire("VendorSpecificDataContainer") @Length(max = 256) @Occurs(min = 0, max = 16)
                List<Bytes> vendorData,
        @Wire("WPT_LF_DataPackageList") @Nullable LfDataPackages lfDataPackages)
        implements WptRequest {

    public WptFinePositioningReq {
        vendorData = List.copyOf(vendorData);
    }
}
