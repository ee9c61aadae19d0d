package org.plugcharge.secc.session.iso2;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an operator may decide for a station.
 *
 * @param receiptEvery how often a vehicle that charges by contract has to sign a receipt for the
 *     meter; empty for never
 * @param cableCheckAgain whether a DC vehicle has to check the cable again when it renegotiates
 *     [V2G2-565]; if not, it may also go on at once
 * @param services value-added services, beside charging and contract certificates
 */
public record StationPolicy(
        Optional<Duration> receiptEvery,
        boolean cableCheckAgain,
        List<ValueAddedService> services) {

    /** No receipts, the vehicle decides about the cable check, no other services. */
    public static final StationPolicy USUAL = new StationPolicy(Optional.empty(), false, List.of());

    /** {@link IllegalArgumentException} for service 1 or 2: charging and contract certificates. */
    public StationPolicy {
        services = List.copyOf(services);
        if (services.stream().anyMatch(service -> service.id() <= Services.CERTIFICATE)) {
            throw new IllegalArgumentException("expected service ids above 2, got " + services);
        }
    }

    /** The same, with a receipt this often. */
    public StationPolicy withReceiptEvery(Duration interval) {
        return new StationPolicy(Optional.of(interval), cableCheckAgain, services);
    }

    /** The same, with the cable checked in every renegotiation. */
    public StationPolicy checkingTheCableAgain() {
        return new StationPolicy(receiptEvery, true, services);
    }

    /** The same, offering these services. */
    public StationPolicy offering(List<ValueAddedService> offered) {
        return new StationPolicy(receiptEvery, cableCheckAgain, offered);
    }
}
