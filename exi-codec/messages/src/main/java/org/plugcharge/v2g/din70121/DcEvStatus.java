package org.plugcharge.v2g.din70121;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;

/**
 * Status of a DC car: ready to charge, conditioning of cabin and battery, what is wrong, and state
 * of charge in percent; part of every DC request.
 */
@GlobalElement("DC_EVStatus")
@Namespace(Din70121Namespaces.DATA_TYPES)
public record DcEvStatus(
        @Wire("EVReady") boolean ready,
        @Wire("EVCabinConditioning") @Nullable Boolean cabinConditioning,
        @Wire("EVRESSConditioning") @Nullable Boolean ressConditioning,
        @Wire("EVErrorCode") DcEvErrorCode errorCode,
        @Wire("EVRESSSOC") @Range(min = 0, max = 100) int soc)
        implements EvStatus {}
