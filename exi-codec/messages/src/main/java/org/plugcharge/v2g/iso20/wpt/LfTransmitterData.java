package org.plugcharge.v2g.iso20.wpt;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.LocalElement;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.iso20.RationalNumber;

import java.util.List;

/**
 * The transmitters of a low-frequency positioning system: how many, on which frequency, where each
 * sits (2 to 255), and in which rhythm they send.
 */
@ComplexType("WPT_LF_TransmitterDataType")
@LocalElement("LF_TransmitterSetupData")
public record LfTransmitterData(
        @Wire(value = "NumberOfTransmitters", xs = Xs.UNSIGNED_BYTE) int numberOfTransmitters,
        @Wire("SignalFrequency") RationalNumber signalFrequency,
        @Wire("TxSpecData") @Occurs(min = 2, max = 255) List<TxRxSpecData> transmitters,
        @Wire("TxPackageSpecData") @Nullable TxRxPackageSpecData packageSpec)
        implements LfSystem {

    public LfTransmitterData {
        transmitters = List.copyOf(transmitters);
    }
}
