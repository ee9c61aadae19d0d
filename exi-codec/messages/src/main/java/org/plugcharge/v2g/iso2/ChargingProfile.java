package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/** The power the car means to draw over time, one to 24 entries. */
@ComplexType("ChargingProfileType")
@Namespace(Iso2Namespaces.DATA_TYPES)
public record ChargingProfile(@Wire("ProfileEntry") @Occurs(max = 24) List<ProfileEntry> entries) {

    public ChargingProfile {
        entries = List.copyOf(entries);
    }
}
