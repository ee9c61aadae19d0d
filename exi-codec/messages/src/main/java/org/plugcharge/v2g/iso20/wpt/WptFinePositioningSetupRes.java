package org.plugcharge.v2g.iso20.wpt;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.iso20.MessageHeader;
import org.plugcharge.v2g.iso20.ResponseCode;

import java.util.List;

/**
 * The methods the primary device can do for positioning, pairing and alignment check, and the setup
 * of its low-frequency system if it has one.
 */
@GlobalElement("WPT_FinePositioningSetupRes")
public record WptFinePositioningSetupRes(
        MessageHeader header,
        ResponseCode responseCode,
        @Wire("PrimaryDeviceFinePositioningMethodList")
                FinePositioningMethods finePositioningMethods,
        @Wire("PrimaryDevicePairingMethodList") PairingMethods pairingMethods,
        @Wire("PrimaryDeviceAlignmentCheckMethodList") AlignmentCheckMethods alignmentCheckMethods,
        @Wire(value = "NaturalOffset", xs = Xs.UNSIGNED_SHORT) int naturalOffset,
        @Wire("VendorSpecificDataContainer") @Length(max = 256) @Occurs(min = 0, max = 16)
                List<Bytes> vendorData,
        @Wire("LF_SystemSetupData") @Nullable LfSystemSetupData lfSystemSetup)
        implements WptResponse {

    public WptFinePositioningSetupRes {
        vendorData = List.copyOf(vendorData);
    }
}
