package org.plugcharge.csms.rating;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * A price list, one version of it; never changed, only followed by another version.
 *
 * @param version counts up within {@code id}
 * @param validFrom from when on this version is the one a new authorisation freezes
 * @param currency ISO 4217
 * @param perKwh net price of a kWh
 * @param perMinute net price of a minute of charging
 * @param perSession net price of a session
 * @param vatPercent value added tax on all of them
 */
public record Tariff(
        String id,
        int version,
        Instant validFrom,
        String currency,
        BigDecimal perKwh,
        BigDecimal perMinute,
        BigDecimal perSession,
        BigDecimal vatPercent) {

    /** Refuses negative prices. */
    public Tariff {
        if (perKwh.signum() < 0
                || perMinute.signum() < 0
                || perSession.signum() < 0
                || vatPercent.signum() < 0) {
            throw new IllegalArgumentException("a price or tax of tariff " + id + " is negative");
        }
    }

    /** The version in force at {@code at}; empty before the first. */
    public static Optional<Tariff> inForce(Collection<Tariff> versions, Instant at) {
        return versions.stream()
                .filter(tariff -> !tariff.validFrom().isAfter(at))
                .max(Comparator.comparing(Tariff::validFrom).thenComparingInt(Tariff::version));
    }
}
