package org.plugcharge.csms.rating;

import org.jspecify.annotations.Nullable;
import org.plugcharge.ocpp.v201.ChargingState;
import org.plugcharge.ocpp.v201.Evse;
import org.plugcharge.ocpp.v201.IdToken;
import org.plugcharge.ocpp.v201.IdTokenType;
import org.plugcharge.ocpp.v201.Measurand;
import org.plugcharge.ocpp.v201.MeterValue;
import org.plugcharge.ocpp.v201.ReadingContext;
import org.plugcharge.ocpp.v201.SampledValue;
import org.plugcharge.ocpp.v201.StoppedReason;
import org.plugcharge.ocpp.v201.Transaction;
import org.plugcharge.ocpp.v201.TransactionEventRequest;
import org.plugcharge.ocpp.v201.TransactionEventType;
import org.plugcharge.ocpp.v201.TriggerReason;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Transactions for tests. */
final class Sessions {

    static final TransactionKey KEY = new TransactionKey("cpo", "CS-1", "tx-1");
    static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    static final IdToken EMAID = new IdToken(null, "DE8AA1A2B3C4D59", IdTokenType.EMAID);
    static final Tariff TARIFF =
            new Tariff(
                    "standard",
                    1,
                    Instant.EPOCH,
                    "EUR",
                    new BigDecimal("0.50"),
                    new BigDecimal("0.10"),
                    new BigDecimal("1.50"),
                    new BigDecimal("19"));

    private Sessions() {}

    /** 20 kWh in 60 minutes: Started, Updated into Charging, samples, Ended. */
    static List<TransactionEventRequest> twentyKwhInAnHour() {
        List<TransactionEventRequest> events = new ArrayList<>();
        events.add(
                event(
                        TransactionEventType.STARTED,
                        0,
                        0,
                        ChargingState.CHARGING,
                        EMAID,
                        reading(0, ReadingContext.TRANSACTION_BEGIN, "1000000")));
        for (int i = 1; i <= 5; i++) {
            events.add(
                    event(
                            TransactionEventType.UPDATED,
                            i,
                            i * 600,
                            null,
                            null,
                            reading(i * 600, null, Integer.toString(1_000_000 + i * 3333))));
        }
        events.add(
                event(
                        TransactionEventType.ENDED,
                        6,
                        3600,
                        ChargingState.IDLE,
                        null,
                        reading(3600, ReadingContext.TRANSACTION_END, "1020000")));
        return events;
    }

    static TransactionEventRequest event(
            TransactionEventType type,
            int seqNo,
            int second,
            @Nullable ChargingState state,
            @Nullable IdToken token,
            @Nullable MeterValue reading) {
        return new TransactionEventRequest(
                type,
                reading == null ? null : List.of(reading),
                START.plusSeconds(second),
                TriggerReason.METER_VALUE_PERIODIC,
                seqNo,
                null,
                null,
                null,
                null,
                new Transaction(
                        "tx-1",
                        state,
                        null,
                        type == TransactionEventType.ENDED ? StoppedReason.LOCAL : null,
                        null),
                new Evse(1, 1),
                token);
    }

    static MeterValue reading(int second, @Nullable ReadingContext context, String wattHours) {
        return new MeterValue(
                List.of(
                        new SampledValue(
                                new BigDecimal(wattHours),
                                context,
                                Measurand.ENERGY_ACTIVE_IMPORT_REGISTER,
                                null,
                                null,
                                null,
                                null)),
                START.plusSeconds(second));
    }
}
