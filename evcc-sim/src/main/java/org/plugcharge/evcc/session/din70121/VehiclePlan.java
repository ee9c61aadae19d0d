package org.plugcharge.evcc.session.din70121;

import org.plugcharge.evcc.battery.Battery;
import org.plugcharge.evcc.session.Pace;
import org.plugcharge.exi.Bytes;

/**
 * What this car is and wants: everything that is known before the first message.
 *
 * <p>{@code evccId} is the MAC address (up to 8 octets). {@code maxPowerWatts} limits the car's
 * demand. {@code maxLoops} counts the loops before the car stops; it also stops at {@code
 * targetPercent}. {@code stationHasPower} is false for a station that only simulates its
 * electronics and reports a fixed voltage: pre-charge then counts as reached after three answers,
 * and voltages are not held against the station.
 */
public record VehiclePlan(
        Bytes evccId,
        Battery battery,
        long maxPowerWatts,
        int maxLoops,
        int targetPercent,
        Pace pace,
        boolean stationHasPower) {}
