package org.plugcharge.v2g.iso20.wpt;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;

/** What the supply power circuit measures in the charge loop: the primary coil current (A). */
@ComplexType("WPT_SPCPowerControlParameterType")
public record SpcPowerControlParameter(
        @Wire("SPCPrimaryDeviceCoilCurrentInformation") RationalNumber primaryCoilCurrent) {}
