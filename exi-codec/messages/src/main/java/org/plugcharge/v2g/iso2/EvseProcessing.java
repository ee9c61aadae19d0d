package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.WireName;

/** Whether the station has finished what it was asked for. */
@SimpleType("EVSEProcessingType")
@Namespace(Iso2Namespaces.DATA_TYPES)
public enum EvseProcessing {
    @WireName("Finished")
    FINISHED,
    @WireName("Ongoing")
    ONGOING,
    @WireName("Ongoing_WaitingForCustomerInteraction")
    ONGOING_WAITING_FOR_CUSTOMER
}
