package org.plugcharge.v2g.iso20.acdersae;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * How active power follows the frequency on one side: dead band (Hz), droop factor and the power it
 * refers to, for each phase, and the open-loop response time (s); used in {@link FrequencyDroop}.
 */
@ComplexType("FrequencyDroopSettingsType")
public record FrequencyDroopSettings(
        @Wire("db") RationalNumber db,
        @Wire("DroopFactor") RationalNumber droopFactor,
        @Wire("DroopFactor_L2") @Nullable RationalNumber droopFactorL2,
        @Wire("DroopFactor_L3") @Nullable RationalNumber droopFactorL3,
        @Wire("PowerReference") PowerReference powerReference,
        @Wire("PowerReference_L2") @Nullable PowerReference powerReferenceL2,
        @Wire("PowerReference_L3") @Nullable PowerReference powerReferenceL3,
        @Wire("OpenLoopResponseTime") RationalNumber openLoopResponseTime) {}
