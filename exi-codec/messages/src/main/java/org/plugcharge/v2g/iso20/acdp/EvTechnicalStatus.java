package org.plugcharge.v2g.iso20.acdp;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.v2g.iso20.RationalNumber;

/**
 * The technical state of a car under an automated connection device: ready, immobilised, strength
 * of the radio link, state of the control pilot, state of charge in percent, and what is wrong.
 */
@ComplexType("EVTechnicalStatusType")
public record EvTechnicalStatus(
        @Wire("EVReadyToCharge") boolean readyToCharge,
        @Wire("EVImmobilizationRequest") boolean immobilizationRequest,
        @Wire("EVImmobilized") @Nullable Boolean immobilized,
        @Wire("EVWLANStrength") @Nullable RationalNumber wlanStrength,
        @Wire("EVCPStatus") @Nullable CpStatus cpStatus,
        @Wire("EVSOC") @Range(min = 0, max = 100) @Nullable Integer soc,
        @Wire("EVErrorCode") @Nullable EvErrorCode errorCode,
        @Wire("EVTimeout") @Nullable Boolean timeout) {}
