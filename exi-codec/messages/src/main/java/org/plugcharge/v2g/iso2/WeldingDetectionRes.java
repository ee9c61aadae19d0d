package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;

/** The voltage at the station's output (V), from which the car judges its contactors. */
@GlobalElement("WeldingDetectionRes")
public record WeldingDetectionRes(
        @Wire("ResponseCode") ResponseCode responseCode,
        @Wire("DC_EVSEStatus") DcEvseStatus evseStatus,
        @Wire("EVSEPresentVoltage") PhysicalValue presentVoltage)
        implements Iso2Response {}
