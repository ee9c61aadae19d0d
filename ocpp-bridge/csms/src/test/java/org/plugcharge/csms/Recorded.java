package org.plugcharge.csms;

import org.plugcharge.ocpp.json.PayloadText;
import org.plugcharge.ocpp.v201.TransactionEventRequest;

import java.time.Instant;
import java.util.List;

/** A session as JSON: 20 kWh in an hour. */
final class Recorded {

    private Recorded() {}

    static List<TransactionEventRequest> session(String transaction) {
        Instant start = Instant.parse("2026-11-21T12:00:00Z");
        return List.of(
                event("Started", 0, start, transaction, "Transaction.Begin", 1_000_000, true),
                event(
                        "Updated",
                        1,
                        start.plusSeconds(1200),
                        transaction,
                        "Sample.Periodic",
                        1_007_000,
                        false),
                event(
                        "Updated",
                        2,
                        start.plusSeconds(2400),
                        transaction,
                        "Sample.Periodic",
                        1_014_000,
                        false),
                event(
                        "Ended",
                        3,
                        start.plusSeconds(3600),
                        transaction,
                        "Transaction.End",
                        1_020_000,
                        false));
    }

    private static TransactionEventRequest event(
            String type,
            int seqNo,
            Instant at,
            String transaction,
            String context,
            long wattHours,
            boolean token) {
        String json =
                """
                {"eventType":"%s","timestamp":"%s","triggerReason":"MeterValuePeriodic","seqNo":%d,
                 "transactionInfo":{"transactionId":"%s","chargingState":"%s"},"evse":{"id":1,"connectorId":1},
                 "meterValue":[{"timestamp":"%s","sampledValue":[{"value":%d,"context":"%s",
                   "measurand":"Energy.Active.Import.Register"}]}]%s}
                """
                        .formatted(
                                type,
                                at,
                                seqNo,
                                transaction,
                                type.equals("Ended") ? "Idle" : "Charging",
                                at,
                                wattHours,
                                context,
                                token
                                        ? ",\"idToken\":{\"idToken\":\"04A2B3C4D5E6F7\",\"type\":\"ISO14443\"}"
                                        : "");
        return PayloadText.read(json, TransactionEventRequest.class);
    }
}
