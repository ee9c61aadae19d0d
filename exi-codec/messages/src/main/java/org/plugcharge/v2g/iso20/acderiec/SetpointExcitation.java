package org.plugcharge.v2g.iso20.acderiec;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * A setpoint, with the side of excitation where it is a power factor; the y value of a {@link
 * DataTuple}.
 */
@ComplexType("SetpointExcitationType")
public record SetpointExcitation(
        @Wire("SetpointValue") RationalNumber setpointValue,
        @Wire("Excitation") @Nullable PowerFactorExcitation excitation) {}
