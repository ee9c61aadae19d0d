package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Wire;

/**
 * Asks the DC station to bring its output to the battery's voltage (V) with a small current (A)
 * before the contactors close.
 *
 * <p>Repeated until the voltages are near enough, for at most 7 s.
 */
@GlobalElement("PreChargeReq")
public record PreChargeReq(
        @Wire("DC_EVStatus") DcEvStatus evStatus,
        @Wire("EVTargetVoltage") PhysicalValue targetVoltage,
        @Wire("EVTargetCurrent") PhysicalValue targetCurrent)
        implements Din70121Request {}
