package org.plugcharge.evcc.script;

import org.plugcharge.evcc.battery.BatterySpec;
import org.plugcharge.evcc.battery.OnBoardCharger;
import org.plugcharge.evcc.session.ProtocolOffer;
import org.plugcharge.evcc.session.ProtocolOffer.Protocol;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the car of a script is.
 *
 * @param soc state of charge on arrival, in percent
 * @param charger with AC; empty with DC
 * @param offer the protocols it speaks
 * @param tls whether it insists on TLS
 * @param pki the folder with its certificates, its contract among them; empty for the one that
 *     whoever runs the script has given it
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
        ProtocolOffer offer,
        boolean tls,
        Optional<Path> pki,
        boolean stationHasPower) {

    /** What a car speaks of which nothing is said. */
    public static final ProtocolOffer USUAL_OFFER = new ProtocolOffer(List.of(Protocol.ISO2));

    /** Copies. */
    public CarKind {
        services = Set.copyOf(services);
    }

    /** The same car with another way of its own, and more or less patience. */
    public CarKind with(Optional<Quirk> other, int factor) {
        return new CarKind(
                other,
                battery,
                soc,
                charger,
                pace,
                factor,
                services,
                offer,
                tls,
                pki,
                stationHasPower);
    }
}
