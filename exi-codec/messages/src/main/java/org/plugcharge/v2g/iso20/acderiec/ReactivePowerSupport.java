package org.plugcharge.v2g.iso20.acderiec;

import org.plugcharge.exi.schema.Choice;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Group;
import org.plugcharge.exi.schema.Wire;

/** The one characteristic by which reactive power is given; used in {@link DerControl}. */
@ComplexType("ReactivePowerSupportType")
public record ReactivePowerSupport(Characteristic characteristic) {

    /** What reactive power depends on, and how it is said. */
    @Choice
    public sealed interface Characteristic permits VoltVar, WattVar, WattCosPhi {}

    /** Reactive power (var) by voltage. */
    @Group
    public record VoltVar(@Wire("VoltVar") DerCurve curve) implements Characteristic {}

    /** Reactive power (var) by active power (W). */
    @Group
    public record WattVar(@Wire("WattVar") DerCurve curve) implements Characteristic {}

    /** Power factor by active power (W). */
    @Group
    public record WattCosPhi(@Wire("WattCosPhi") DerCurve curve) implements Characteristic {}
}
