package org.plugcharge.csms.rating;

import org.plugcharge.ocpp.v201.Location;
import org.plugcharge.ocpp.v201.Measurand;
import org.plugcharge.ocpp.v201.MeterValue;
import org.plugcharge.ocpp.v201.ReadingContext;
import org.plugcharge.ocpp.v201.SampledValue;
import org.plugcharge.ocpp.v201.TransactionEventRequest;
import org.plugcharge.ocpp.v201.UnitOfMeasure;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The import register of the whole outlet at one time, in Wh. */
record Reading(Instant at, ReadingContext context, BigDecimal wattHours) {

    /**
     * The readings of an event, in the order it gives them; values of other measurands, phases and
     * places are no readings.
     */
    static List<Reading> in(TransactionEventRequest event) {
        List<Reading> readings = new ArrayList<>();
        List<MeterValue> values = event.meterValue();
        if (values != null) {
            for (MeterValue value : values) {
                for (SampledValue sample : value.sampledValue()) {
                    reading(value, sample).ifPresent(readings::add);
                }
            }
        }
        return readings;
    }

    private static Optional<Reading> reading(MeterValue value, SampledValue sample) {
        boolean register =
                sample.measurand() == null
                        || sample.measurand() == Measurand.ENERGY_ACTIVE_IMPORT_REGISTER;
        boolean outlet = sample.location() == null || sample.location() == Location.OUTLET;
        if (!register || !outlet || sample.phase() != null) {
            return Optional.empty();
        }
        ReadingContext context =
                sample.context() == null ? ReadingContext.SAMPLE_PERIODIC : sample.context();
        return inWattHours(sample)
                .map(wattHours -> new Reading(value.timestamp(), context, wattHours));
    }

    private static Optional<BigDecimal> inWattHours(SampledValue sample) {
        UnitOfMeasure unit = sample.unitOfMeasure();
        String name = unit == null || unit.unit() == null ? "Wh" : unit.unit();
        Integer multiplier = unit == null ? null : unit.multiplier();
        int power = multiplier == null ? 0 : multiplier;
        return switch (name) {
            case "Wh" -> Optional.of(sample.value().scaleByPowerOfTen(power));
            case "kWh" -> Optional.of(sample.value().scaleByPowerOfTen(power + 3));
            default -> Optional.empty();
        };
    }
}
