package org.plugcharge.v2g.iso20.acdersae;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Wire;

/**
 * Maker, model, serial number and versions of the inverter in the car, at most 32 characters each;
 * part of {@code DER_AC_CPDReqEnergyTransferMode}.
 */
@ComplexType("EVInverterDetailsType")
public record EvInverterDetails(
        @Wire("EVInverterSwVersion") @Length(max = 32) String inverterSwVersion,
        @Wire("EVInverterHwVersion") @Length(max = 32) @Nullable String inverterHwVersion,
        @Wire("EVInverterManufacturer") @Length(max = 32) String inverterManufacturer,
        @Wire("EVInverterModel") @Length(max = 32) String inverterModel,
        @Wire("EVInverterSerialNumber") @Length(max = 32) String inverterSerialNumber) {}
