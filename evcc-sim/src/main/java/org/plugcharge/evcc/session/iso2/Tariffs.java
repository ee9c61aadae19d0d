package org.plugcharge.evcc.session.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.v2g.iso2.Cost;
import org.plugcharge.v2g.iso2.CostKind;
import org.plugcharge.v2g.iso2.Entry;
import org.plugcharge.v2g.iso2.RelativeTimeInterval;
import org.plugcharge.v2g.iso2.SaScheduleList;
import org.plugcharge.v2g.iso2.SaScheduleTuple;
import org.plugcharge.v2g.iso2.SalesTariff;
import org.plugcharge.v2g.iso2.SalesTariffEntry;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How a car chooses among schedules: by price where the prices are proven, else the one that gives
 * most power first.
 */
enum Tariffs {
    /** There are no prices, or none that can be believed. */
    UNKNOWN {
        @Override
        SaScheduleTuple best(SaScheduleList schedules, long watts, long wantedWh) {
            return schedules.tuples().stream()
                    .max(Comparator.comparingLong(tuple -> pMax(tuple, 0)))
                    .orElseThrow();
        }
    },
    /** The operator of the contract signed the prices. */
    BY_PRICE {
        @Override
        SaScheduleTuple best(SaScheduleList schedules, long watts, long wantedWh) {
            return schedules.tuples().stream()
                    .min(
                            Comparator.comparing((SaScheduleTuple tuple) ->
                                            Bill.of(tuple, watts, wantedWh))
                                    .thenComparingLong(tuple -> -pMax(tuple, 0)))
                    .orElseThrow();
        }
    };

    private static final long SECONDS_PER_HOUR = 3_600;
    private static final long DAY = 86_400;

    /** The schedule to choose for so much energy at so much power. */
    abstract SaScheduleTuple best(SaScheduleList schedules, long watts, long wantedWh);

    /** The tariffs of all schedules that have one, in their order. */
    static List<SalesTariff> of(SaScheduleList schedules) {
        return schedules.tuples().stream()
                .map(SaScheduleTuple::salesTariff)
                .filter(Objects::nonNull)
                .toList();
    }

    static long start(Entry entry) {
        return switch (entry.timeInterval()) {
            case RelativeTimeInterval interval -> interval.start();
        };
    }

    private static long pMax(SaScheduleTuple tuple, long second) {
        return at(tuple.pMaxSchedule().entries(), second)
                .map(entry -> Electric.whole(entry.pMax()))
                .orElse(0L);
    }

    private static <E extends Entry> Optional<E> at(List<E> entries, long second) {
        return entries.stream().filter(entry -> start(entry) <= second).reduce((_, later) -> later);
    }

    /** What is left undone comes first, then the price; both for the energy wanted. */
    private record Bill(long missingWattSeconds, long price) implements Comparable<Bill> {

        static Bill of(SaScheduleTuple tuple, long watts, long wantedWh) {
            SalesTariff tariff = tuple.salesTariff();
            TreeSet<Long> edges = new TreeSet<>();
            edges.add(0L);
            tuple.pMaxSchedule().entries().forEach(entry -> edges.add(start(entry)));
            if (tariff != null) {
                tariff.entries().forEach(entry -> edges.add(start(entry)));
            }
            long missing = wantedWh * SECONDS_PER_HOUR;
            long price = 0;
            for (long from : edges) {
                Long next = edges.higher(from);
                long seconds = Math.max(0, (next == null ? DAY : next) - from);
                long energy = Math.min(missing, Math.min(watts, pMax(tuple, from)) * seconds);
                price += energy * level(tariff, from);
                missing -= energy;
            }
            return new Bill(missing, price);
        }

        /** A schedule without a price is taken for the dearest. */
        private static long level(@Nullable SalesTariff tariff, long second) {
            return Optional.ofNullable(tariff)
                    .flatMap(given -> at(given.entries(), second))
                    .map(Bill::level)
                    .orElse(DEAREST);
        }

        private static long level(SalesTariffEntry entry) {
            Integer level = entry.priceLevel();
            if (level != null) {
                return level;
            }
            return entry.consumptionCosts().stream()
                    .flatMap(costs -> costs.costs().stream())
                    .filter(cost -> cost.kind() == CostKind.RELATIVE_PRICE_PERCENTAGE)
                    .findFirst()
                    .map(Cost::amount)
                    .orElse(DEAREST);
        }

        private static final long DEAREST = 1_000;

        @Override
        public int compareTo(Bill other) {
            return Comparator.comparingLong(Bill::missingWattSeconds)
                    .thenComparingLong(Bill::price)
                    .compare(this, other);
        }
    }
}
