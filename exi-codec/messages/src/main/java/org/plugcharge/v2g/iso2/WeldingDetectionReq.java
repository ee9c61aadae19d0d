package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;

/**
 * Sent after the DC charge, while the car opens its contactors one by one to see whether one is
 * welded.
 */
@GlobalElement("WeldingDetectionReq")
public record WeldingDetectionReq(@Wire("DC_EVStatus") DcEvStatus evStatus)
        implements Iso2Request {}
