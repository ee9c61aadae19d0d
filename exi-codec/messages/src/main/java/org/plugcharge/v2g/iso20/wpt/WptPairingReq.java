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

import java.util.List;

/**
 * The identification the car has observed at the primary device below it, so that both know that
 * they speak with one another; repeated while processing is Ongoing.
 */
@GlobalElement("WPT_PairingReq")
public record WptPairingReq(
        MessageHeader header,
        @Wire("EVProcessing") Processing processing,
        @Wire(value = "ObservedIDCode", xs = Xs.UNSIGNED_INT) @Range(min = 1, max = 4294967295L)
                @Nullable Long observedId,
        @Wire("EVResultCode") EvResult result,
        @Wire("VendorSpecificDataContainer") @Length(max = 256) @Occurs(min = 0, max = 16)
                List<Bytes> vendorData)
        implements WptRequest {

    public WptPairingReq {
        vendorData = List.copyOf(vendorData);
    }
}
