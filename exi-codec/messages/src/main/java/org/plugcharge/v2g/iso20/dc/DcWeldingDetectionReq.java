package org.plugcharge.v2g.iso20.dc;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.MessageHeader;
import org.plugcharge.v2g.iso20.Processing;

/**
 * Lets the car see, by the voltage, whether its contactors have opened; repeated while the car is
 * not finished.
 */
@GlobalElement("DC_WeldingDetectionReq")
public record DcWeldingDetectionReq(
        MessageHeader header, @Wire("EVProcessing") Processing processing) implements DcRequest {}
