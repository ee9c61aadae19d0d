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
 * @param externalAfterFailure how long a vehicle whose contract was refused is offered payment at
 *     the station alone when it comes back; empty for never
 */
public record StationPolicy(
        Optional<Duration> receiptEvery,
        boolean cableCheckAgain,
        List<ValueAddedService> services,
        Optional<Duration> externalAfterFailure) {

    /** A refused contract may be tried again at once. */
    public StationPolicy(
            Optional<Duration> receiptEvery,
            boolean cableCheckAgain,
            List<ValueAddedService> services) {
        this(receiptEvery, cableCheckAgain, services, Optional.empty());
    }

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
        return new StationPolicy(
                Optional.of(interval), cableCheckAgain, services, externalAfterFailure);
    }

    /** The same, with the cable checked in every renegotiation. */
    public StationPolicy checkingTheCableAgain() {
        return new StationPolicy(receiptEvery, true, services, externalAfterFailure);
    }

    /** The same, offering these services. */
    public StationPolicy offering(List<ValueAddedService> offered) {
        return new StationPolicy(receiptEvery, cableCheckAgain, offered, externalAfterFailure);
    }

    /** The same, with payment at the station alone for this long after a refused contract. */
    public StationPolicy withExternalAfterFailure(Duration time) {
        return new StationPolicy(receiptEvery, cableCheckAgain, services, Optional.of(time));
    }
}
