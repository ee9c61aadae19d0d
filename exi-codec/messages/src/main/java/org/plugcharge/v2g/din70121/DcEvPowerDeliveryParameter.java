package org.plugcharge.v2g.din70121;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Wire;

/** What a DC car adds to {@link PowerDeliveryReq}: its status and whether it has charged enough. */
@GlobalElement("DC_EVPowerDeliveryParameter")
@Namespace(Din70121Namespaces.DATA_TYPES)
public record DcEvPowerDeliveryParameter(
        @Wire("DC_EVStatus") DcEvStatus evStatus,
        @Wire("BulkChargingComplete") @Nullable Boolean bulkChargingComplete,
        @Wire("ChargingComplete") boolean chargingComplete)
        implements EvPowerDeliveryParameter {}
