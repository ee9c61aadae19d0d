package org.plugcharge.evcc.script;

import org.plugcharge.evcc.battery.BatterySpec;
import org.plugcharge.evcc.battery.OnBoardCharger;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What the car of a script is.
 *
 * @param soc state of charge on arrival, in percent
 * @param charger with AC; empty with DC
 * @param tls whether it insists on TLS
 * @param stationHasPower false for a station that only simulates its electronics
 */
public record CarKind(
        Optional<Quirk> quirk,
        BatterySpec battery,
        int soc,
        Optional<OnBoardCharger> charger,
        Duration pace,
        int patience,
        Set<Integer> services,
        boolean tls,
        boolean stationHasPower) {

    /** Copies. */
    public CarKind {
        services = Set.copyOf(services);
    }
}
