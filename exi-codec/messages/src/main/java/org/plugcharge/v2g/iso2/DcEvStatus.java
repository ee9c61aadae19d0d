package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;

/** Status of a DC car: ready to charge, what is wrong, and state of charge in percent. */
@GlobalElement("DC_EVStatus")
@Namespace(Iso2Namespaces.DATA_TYPES)
public record DcEvStatus(
        @Wire("EVReady") boolean ready,
        @Wire("EVErrorCode") DcEvErrorCode errorCode,
        @Wire("EVRESSSOC") @Range(min = 0, max = 100) int soc)
        implements EvStatus {}
