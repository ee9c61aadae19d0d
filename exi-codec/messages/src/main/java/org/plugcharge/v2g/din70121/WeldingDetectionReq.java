package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;

/** Asks for the voltage at the station's output while the car opens its contactors; optional. */
@GlobalElement("WeldingDetectionReq")
public record WeldingDetectionReq(@Wire("DC_EVStatus") DcEvStatus evStatus)
        implements Din70121Request {}
