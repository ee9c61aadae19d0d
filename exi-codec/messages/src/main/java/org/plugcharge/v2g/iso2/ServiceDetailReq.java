package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/** Asks for the parameter sets of one service; the car waits 5 s for the answer. */
@GlobalElement("ServiceDetailReq")
public record ServiceDetailReq(@Wire(value = "ServiceID", xs = Xs.UNSIGNED_SHORT) int serviceId)
        implements Iso2Request {}
