package org.plugcharge.v2g.iso20.wpt;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.LocalElement;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

import java.util.List;

/**
 * The receivers of a low-frequency positioning system: how many, and where each sits (2 to 255).
 */
@ComplexType("WPT_LF_ReceiverDataType")
@LocalElement("LF_ReceiverSetupData")
public record LfReceiverData(
        @Wire(value = "NumberOfReceivers", xs = Xs.UNSIGNED_BYTE) int numberOfReceivers,
        @Wire("RxSpecData") @Occurs(min = 2, max = 255) List<TxRxSpecData> receivers)
        implements LfSystem {

    public LfReceiverData {
        receivers = List.copyOf(receivers);
    }
}
