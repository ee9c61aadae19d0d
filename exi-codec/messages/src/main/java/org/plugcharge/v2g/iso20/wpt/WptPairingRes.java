package org.plugcharge.v2g.iso20.wpt;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.iso20.MessageHeader;
import org.plugcharge.v2g.iso20.Processing;
import org.plugcharge.v2g.iso20.ResponseCode;

import java.util.List;

/**
 * The identification the primary device has observed, and stations the car should turn to instead
 * if it stands on one of theirs.
 */
@GlobalElement("WPT_PairingRes")
public record WptPairingRes(
        MessageHeader header,
        ResponseCode responseCode,
        @Wire("EVSEProcessing") Processing processing,
        @Wire(value = "ObservedIDCode", xs = Xs.UNSIGNED_INT) @Range(min = 1, max = 4294967295L)
                @Nullable Long observedId,
        @Wire("AlternativeSECCList") @Nullable AlternativeSeccs alternativeSeccs,
        @Wire("VendorSpecificDataContainer") @Length(max = 256) @Occurs(min = 0, max = 16)
                List<Bytes> vendorData)
        implements WptResponse {

    public WptPairingRes {
        vendorData = List.copyOf(vendorData);
    }
}
