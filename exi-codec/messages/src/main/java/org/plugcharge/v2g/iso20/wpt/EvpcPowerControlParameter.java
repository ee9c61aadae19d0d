package org.plugcharge.v2g.iso20.wpt;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * What the car's power circuit asks for and measures in the charge loop: coil currents and output
 * current (A), output voltage (V).
 */
@ComplexType("WPT_EVPCPowerControlParameterType")
public record EvpcPowerControlParameter(
        @Wire("EVPCCoilCurrentRequest") RationalNumber coilCurrentRequest,
        @Wire("EVPCCoilCurrentInformation") RationalNumber coilCurrent,
        @Wire("EVPCCurrentOutputInformation") RationalNumber outputCurrent,
        @Wire("EVPCVoltageOutputInformation") RationalNumber outputVoltage) {}
