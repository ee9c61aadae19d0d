package org.plugcharge.ocpp.station;

import org.jspecify.annotations.Nullable;
import org.plugcharge.ocpp.v201.ChargingState;
import org.plugcharge.ocpp.v201.Evse;
import org.plugcharge.ocpp.v201.IdToken;
import org.plugcharge.ocpp.v201.Location;
import org.plugcharge.ocpp.v201.Measurand;
import org.plugcharge.ocpp.v201.MeterValue;
import org.plugcharge.ocpp.v201.ReadingContext;
import org.plugcharge.ocpp.v201.SampledValue;
import org.plugcharge.ocpp.v201.SignedMeterValue;
import org.plugcharge.ocpp.v201.StoppedReason;
import org.plugcharge.ocpp.v201.Transaction;
import org.plugcharge.ocpp.v201.TransactionEventRequest;
import org.plugcharge.ocpp.v201.TransactionEventType;
import org.plugcharge.ocpp.v201.TriggerReason;
import org.plugcharge.ocpp.v201.UnitOfMeasure;
import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.MeterReading;
import org.plugcharge.secc.evse.SignedReading;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Turns what happens at one EVSE into the events of its transactions: from Started to Ended
 * (TxStartPoint and TxStopPoint are EnergyTransfer), numbered from 0. Keeps no clock and sends
 * nothing. Not safe for use by several threads.
 */
final class TransactionRecorder {

    private static final int MAX_SIGNED_DATA = 2_500;
    private static final String SIGNING_METHOD = "ECDSA-secp256r1-SHA256";

    private final Evse evse;
    private final Duration sample;
    private final Supplier<String> ids;
    private @Nullable Running running;

    private record Running(
            String transactionId, int nextSeqNo, Instant lastSample, boolean stopRequested) {

        Running numbered() {
            return new Running(transactionId, nextSeqNo + 1, lastSample, stopRequested);
        }

        Running sampled(Instant at) {
            return new Running(transactionId, nextSeqNo, at, stopRequested);
        }

        Running stopping() {
            return new Running(transactionId, nextSeqNo, lastSample, true);
        }
    }

    TransactionRecorder(int evseId, Duration sample, Supplier<String> ids) {
        this.evse = new Evse(evseId, 1);
        this.sample = sample;
        this.ids = ids;
    }

    /** Whether it is this one that runs now. */
    boolean runs(String transactionId) {
        return running != null && running.transactionId().equals(transactionId);
    }

    /** The CSMS wants the transaction that runs now to end; what ends it is elsewhere. */
    void stopRequested() {
        Running now = running;
        if (now != null) {
            running = now.stopping();
        }
    }

    /** Energy flows: the first event. */
    TransactionEventRequest started(ChargingEvent.Started event, IdToken token, boolean offline) {
        running = new Running(ids.get(), 0, event.at(), false);
        return next(
                running,
                TransactionEventType.STARTED,
                event.at(),
                TriggerReason.AUTHORIZED,
                new Transaction(running.transactionId(), ChargingState.CHARGING, null, null, null),
                value(event.at(), List.of(energy(event.meter(), ReadingContext.TRANSACTION_BEGIN))),
                token,
                offline);
    }

    /**
     * A look at the meter; an event only if the last one is long enough ago and a transaction runs.
     */
    Optional<TransactionEventRequest> metered(ChargingEvent.Metered event, boolean offline) {
        Running now = running;
        if (now == null || event.at().isBefore(now.lastSample().plus(sample))) {
            return Optional.empty();
        }
        running = now.sampled(event.at());
        return Optional.of(
                next(
                        running,
                        TransactionEventType.UPDATED,
                        event.at(),
                        TriggerReason.METER_VALUE_PERIODIC,
                        new Transaction(
                                now.transactionId(), ChargingState.CHARGING, null, null, null),
                        value(event.at(), samples(event)),
                        null,
                        offline));
    }

    /** No more energy flows: the last event, if a transaction runs. */
    Optional<TransactionEventRequest> ended(ChargingEvent.Ended event, boolean offline) {
        Running now = running;
        if (now == null) {
            return Optional.empty();
        }
        TransactionEventRequest last =
                next(
                        now,
                        TransactionEventType.ENDED,
                        event.at(),
                        trigger(event.reason(), now.stopRequested()),
                        new Transaction(
                                now.transactionId(),
                                ChargingState.IDLE,
                                null,
                                stopped(event.reason(), now.stopRequested()),
                                null),
                        value(
                                event.at(),
                                List.of(energy(event.meter(), ReadingContext.TRANSACTION_END))),
                        null,
                        offline);
        running = null;
        return Optional.of(last);
    }

    /**
     * The end of a transaction that was running when the station lost its power or its process: its
     * register stands where the last event left it.
     */
    static TransactionEventRequest interrupted(TransactionEventRequest last, Instant now) {
        Instant at = now.isBefore(last.timestamp()) ? last.timestamp() : now;
        return new TransactionEventRequest(
                TransactionEventType.ENDED,
                lastRegister(last)
                        .map(register ->
                                List.of(
                                        new MeterValue(
                                                List.of(energy(register)), last.timestamp())))
                        .orElse(null),
                at,
                TriggerReason.ABNORMAL_CONDITION,
                last.seqNo() + 1,
                true,
                null,
                null,
                null,
                new Transaction(
                        last.transactionInfo().transactionId(),
                        ChargingState.IDLE,
                        null,
                        StoppedReason.POWER_LOSS,
                        null),
                last.evse(),
                null);
    }

    private static Optional<BigDecimal> lastRegister(TransactionEventRequest event) {
        List<MeterValue> values = event.meterValue();
        return values == null
                ? Optional.empty()
                : values.stream()
                        .flatMap(value -> value.sampledValue().stream())
                        .filter(value ->
                                value.measurand() == Measurand.ENERGY_ACTIVE_IMPORT_REGISTER)
                        .map(SampledValue::value)
                        .findFirst();
    }

    private TransactionEventRequest next(
            Running now,
            TransactionEventType type,
            Instant at,
            TriggerReason trigger,
            Transaction transaction,
            MeterValue value,
            @Nullable IdToken token,
            boolean offline) {
        running = now.numbered();
        return new TransactionEventRequest(
                type,
                List.of(value),
                at,
                trigger,
                now.nextSeqNo(),
                offline ? true : null,
                null,
                null,
                null,
                transaction,
                evse,
                token);
    }

    private static MeterValue value(Instant at, List<SampledValue> samples) {
        return new MeterValue(samples, at);
    }

    private static List<SampledValue> samples(ChargingEvent.Metered event) {
        List<SampledValue> samples = new ArrayList<>();
        samples.add(energy(event.meter(), ReadingContext.SAMPLE_PERIODIC));
        samples.add(
                periodic(
                        BigDecimal.valueOf(event.milliVolts(), 3),
                        Measurand.VOLTAGE,
                        Location.OUTLET,
                        "V"));
        samples.add(
                periodic(
                        BigDecimal.valueOf(event.milliAmps(), 3),
                        Measurand.CURRENT_IMPORT,
                        Location.OUTLET,
                        "A"));
        BigDecimal watts =
                BigDecimal.valueOf(event.milliVolts(), 3)
                        .multiply(BigDecimal.valueOf(event.milliAmps(), 3));
        samples.add(periodic(watts, Measurand.POWER_ACTIVE_IMPORT, Location.OUTLET, "W"));
        if (event.stateOfChargePercent() >= 0) {
            samples.add(
                    periodic(
                            BigDecimal.valueOf(event.stateOfChargePercent()),
                            Measurand.SOC,
                            Location.EV,
                            "Percent"));
        }
        return samples;
    }

    private static SampledValue periodic(
            BigDecimal value, Measurand measurand, Location location, String unit) {
        return new SampledValue(
                value,
                ReadingContext.SAMPLE_PERIODIC,
                measurand,
                null,
                location,
                null,
                new UnitOfMeasure(unit, null));
    }

    private static SampledValue energy(MeterReading meter, ReadingContext context) {
        return new SampledValue(
                BigDecimal.valueOf(meter.wattHours()),
                context,
                Measurand.ENERGY_ACTIVE_IMPORT_REGISTER,
                null,
                Location.OUTLET,
                signed(meter),
                new UnitOfMeasure("Wh", null));
    }

    /** What the meter signed, where it does and a message can carry it. */
    private static @Nullable SignedMeterValue signed(MeterReading meter) {
        return meter.signed()
                .map(SignedReading::base64)
                .filter(data -> data.length() <= MAX_SIGNED_DATA)
                .map(data -> new SignedMeterValue(data, SIGNING_METHOD, "OCMF", ""))
                .orElse(null);
    }

    private static SampledValue energy(BigDecimal wattHours) {
        return new SampledValue(
                wattHours,
                ReadingContext.TRANSACTION_END,
                Measurand.ENERGY_ACTIVE_IMPORT_REGISTER,
                null,
                Location.OUTLET,
                null,
                new UnitOfMeasure("Wh", null));
    }

    private static TriggerReason trigger(ChargingEvent.EndReason reason, boolean stopRequested) {
        return switch (reason) {
            case VEHICLE -> TriggerReason.CHARGING_STATE_CHANGED;
            case STATION ->
                    stopRequested
                            ? TriggerReason.REMOTE_STOP
                            : TriggerReason.CHARGING_STATE_CHANGED;
            case VEHICLE_LOST -> TriggerReason.EV_COMMUNICATION_LOST;
            case EMERGENCY_STOP, FAULT -> TriggerReason.ABNORMAL_CONDITION;
        };
    }

    private static StoppedReason stopped(ChargingEvent.EndReason reason, boolean stopRequested) {
        return switch (reason) {
            case VEHICLE -> StoppedReason.STOPPED_BY_EV;
            case STATION -> stopRequested ? StoppedReason.REMOTE : StoppedReason.LOCAL;
            case VEHICLE_LOST -> StoppedReason.EV_DISCONNECTED;
            case EMERGENCY_STOP -> StoppedReason.EMERGENCY_STOP;
            case FAULT -> StoppedReason.OTHER;
        };
    }
}
