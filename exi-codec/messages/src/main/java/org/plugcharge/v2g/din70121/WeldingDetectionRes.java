package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;

/** The voltage now at the station's output (V): with open contactors it falls. */
@GlobalElement("WeldingDetectionRes")
public record WeldingDetectionRes(
        @Wire("ResponseCode") ResponseCode responseCode,
        @Wire("DC_EVSEStatus") DcEvseStatus evseStatus,
        @Wire("EVSEPresentVoltage") PhysicalValue presentVoltage)
        implements Din70121Response {}
