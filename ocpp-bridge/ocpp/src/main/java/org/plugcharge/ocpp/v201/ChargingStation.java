package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;
import org.plugcharge.ocpp.json.Length;

/** What kind of station announces itself. */
public record ChargingStation(
        @Length(25) @Nullable String serialNumber,
        @Length(20) String model,
        @Nullable Modem modem,
        @Length(50) String vendorName,
        @Length(50) @Nullable String firmwareVersion) {}
