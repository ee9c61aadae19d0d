package org.plugcharge.ocpp.v201;

import org.jspecify.annotations.Nullable;
import org.plugcharge.ocpp.json.Range;
import org.plugcharge.ocpp.json.Size;

import java.time.Instant;
import java.util.List;

/** Something happened in a transaction; {@code seqNo} counts from 0 without a gap. */
public record TransactionEventRequest(
        TransactionEventType eventType,
        @Size(min = 1, max = 1024) @Nullable List<MeterValue> meterValue,
        Instant timestamp,
        TriggerReason triggerReason,
        @Range(min = 0) int seqNo,
        @Nullable Boolean offline,
        @Nullable Integer numberOfPhasesUsed,
        @Nullable Integer cableMaxCurrent,
        @Nullable Integer reservationId,
        Transaction transactionInfo,
        @Nullable Evse evse,
        @Nullable IdToken idToken)
        implements Request<TransactionEventResponse> {
    /** Copies its lists. */
    public TransactionEventRequest {
        meterValue = meterValue == null ? null : List.copyOf(meterValue);
    }
}
