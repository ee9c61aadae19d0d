package org.plugcharge.csms.rating;

import org.plugcharge.exi.Bytes;
import org.plugcharge.ocpp.json.PayloadText;
import org.plugcharge.ocpp.v201.TransactionEventRequest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Tells whether two events with one sequence number say the same. */
public final class EventHash {

    private EventHash() {}

    /**
     * SHA-256 over the event's canonical text. The {@code offline} flag is left out: it tells of
     * the way an event came, and some stations set it when they send an event again.
     */
    public static Bytes of(TransactionEventRequest event) {
        String text =
                PayloadText.write(
                        new TransactionEventRequest(
                                event.eventType(),
                                event.meterValue(),
                                event.timestamp(),
                                event.triggerReason(),
                                event.seqNo(),
                                null,
                                event.numberOfPhasesUsed(),
                                event.cableMaxCurrent(),
                                event.reservationId(),
                                event.transactionInfo(),
                                event.evse(),
                                event.idToken()));
        return sha256(text);
    }

    static Bytes sha256(String text) {
        try {
            return Bytes.owning(
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
