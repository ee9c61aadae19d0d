package org.plugcharge.v2g.din70121;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** The power the car means to draw over time under the chosen schedule, one or more entries. */
@ComplexType("ChargingProfileType")
@Namespace(Din70121Namespaces.DATA_TYPES)
public record ChargingProfile(
        @Wire("SAScheduleTupleID") @Range(min = -32768, max = 32767) int scheduleTupleId,
        @Wire("ProfileEntry") @Occurs(max = Occurs.UNBOUNDED) List<ProfileEntry> entries) {

    public ChargingProfile {
        entries = List.copyOf(entries);
    }
}
