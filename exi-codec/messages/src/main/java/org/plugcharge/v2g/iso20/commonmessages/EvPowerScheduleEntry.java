package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.iso20.RationalNumber;

/** So many seconds with so much power (W). */
@ComplexType("EVPowerScheduleEntryType")
public record EvPowerScheduleEntry(
        @Wire(value = "Duration", xs = Xs.UNSIGNED_INT) long duration,
        @Wire("Power") RationalNumber power) {}
