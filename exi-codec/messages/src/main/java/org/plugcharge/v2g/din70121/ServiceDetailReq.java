package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/** Asks for the parameters of a service; not part of a session with external payment. */
@GlobalElement("ServiceDetailReq")
public record ServiceDetailReq(@Wire(value = "ServiceID", xs = Xs.UNSIGNED_SHORT) int serviceId)
        implements Din70121Request {}
