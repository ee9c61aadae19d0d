package org.plugcharge.v2g.iso20.wpt;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.iso20.MessageHeader;
import org.plugcharge.v2g.iso20.Processing;

import java.util.List;

/**
 * The methods the car's device can do for positioning, pairing and alignment check, and the setup
 * of its low-frequency system if it has one; opens the approach to the primary device.
 */
@GlobalElement("WPT_FinePositioningSetupReq")
public record WptFinePositioningSetupReq(
        MessageHeader header,
        @Wire("EVProcessing") Processing processing,
        @Wire("EVDeviceFinePositioningMethodList") FinePositioningMethods finePositioningMethods,
        @Wire("EVDevicePairingMethodList") PairingMethods pairingMethods,
        @Wire("EVDeviceAlignmentCheckMethodList") AlignmentCheckMethods alignmentCheckMethods,
        @Wire(value = "NaturalOffset", xs = Xs.UNSIGNED_SHORT) int naturalOffset,
        @Wire("VendorSpecificDataContainer") @Length(max = 256) @Occurs(min = 0, max = 16)
                List<Bytes> vendorData,
        @Wire("LF_SystemSetupData") @Nullable LfSystemSetupData lfSystemSetup)
        implements WptRequest {

    public WptFinePositioningSetupReq {
        vendorData = List.copyOf(vendorData);
    }
}
