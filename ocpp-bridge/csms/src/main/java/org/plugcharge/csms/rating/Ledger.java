package org.plugcharge.csms.rating;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.ocpp.v201.ChargingState;
import org.plugcharge.ocpp.v201.Evse;
import org.plugcharge.ocpp.v201.IdToken;
import org.plugcharge.ocpp.v201.ReadingContext;
import org.plugcharge.ocpp.v201.TransactionEventRequest;
import org.plugcharge.ocpp.v201.TransactionEventType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Adds up the events of one transaction by their sequence numbers. The order in which they came and
 * how often makes no difference to the result.
 */
public final class Ledger {

    private Ledger() {}

    /**
     * The account of a transaction, from all of its events that ever came, in any order, with
     * repetitions. Two events that say different things under one number hold the account.
     */
    public static Account add(
            TransactionKey key,
            Collection<TransactionEventRequest> events,
            Plausibility plausibility) {
        Map<Integer, TransactionEventRequest> byNumber = new TreeMap<>();
        Map<Integer, Bytes> hashes = new TreeMap<>();
        List<String> doubts = new ArrayList<>();
        for (TransactionEventRequest event : events) {
            Bytes hash = EventHash.of(event);
            Bytes known = hashes.putIfAbsent(event.seqNo(), hash);
            if (known != null && !known.equals(hash)) {
                doubts.add("two different events with seqNo " + event.seqNo());
            }
            byNumber.putIfAbsent(event.seqNo(), event);
        }
        return add(
                key,
                List.copyOf(byNumber.values()),
                plausibility,
                doubts.stream().distinct().sorted().toList());
    }

    private static Account add(
            TransactionKey key,
            List<TransactionEventRequest> ordered,
            Plausibility plausibility,
            List<String> doubts) {
        Optional<TransactionEventRequest> ended =
                ordered.stream()
                        .filter(event -> event.eventType() == TransactionEventType.ENDED)
                        .findFirst();
        if (ended.isEmpty()) {
            return new Account.Open();
        }
        List<Integer> missing = missing(ordered);
        if (!missing.isEmpty()) {
            return new Account.Incomplete(missing);
        }
        List<String> reasons = new ArrayList<>(doubts);
        shape(ordered, reasons);
        Optional<Delivery> delivery = delivery(key, ordered, plausibility, reasons);
        return reasons.isEmpty() && delivery.isPresent()
                ? new Account.Closed(delivery.get())
                : new Account.Held(reasons);
    }

    /** The numbers missing up to the highest one seen, at most the first hundred. */
    private static List<Integer> missing(List<TransactionEventRequest> ordered) {
        List<Integer> missing = new ArrayList<>();
        int next = 0;
        for (TransactionEventRequest event : ordered) {
            while (next < event.seqNo() && missing.size() < 100) {
                missing.add(next++);
            }
            next = event.seqNo() + 1;
        }
        return missing;
    }

    private static void shape(List<TransactionEventRequest> ordered, List<String> reasons) {
        for (int i = 0; i < ordered.size(); i++) {
            TransactionEventType type = ordered.get(i).eventType();
            if ((i == 0) != (type == TransactionEventType.STARTED)) {
                reasons.add("event " + i + " is " + type.wire());
            }
            if (type == TransactionEventType.ENDED && i != ordered.size() - 1) {
                reasons.add("events after Ended, from " + (i + 1) + " on");
            }
        }
        if (ordered.getLast().timestamp().isBefore(ordered.getFirst().timestamp())) {
            reasons.add("ended before it started");
        }
    }

    private static Optional<Delivery> delivery(
            TransactionKey key,
            List<TransactionEventRequest> ordered,
            Plausibility plausibility,
            List<String> reasons) {
        List<Reading> readings =
                ordered.stream().flatMap(event -> Reading.in(event).stream()).toList();
        Reading begin = only(readings, ReadingContext.TRANSACTION_BEGIN, reasons);
        Reading end = only(readings, ReadingContext.TRANSACTION_END, reasons);
        Optional<TransactionEventRequest> authorized =
                ordered.stream().filter(e -> e.idToken() != null).findFirst();
        if (authorized.isEmpty()) {
            reasons.add("nobody was authorised");
        }
        if (ordered.stream()
                        .map(Ledger::tokenName)
                        .distinct()
                        .filter(name -> !name.isEmpty())
                        .count()
                > 1) {
            reasons.add("more than one token");
        }
        if (begin == null || end == null || authorized.isEmpty()) {
            return Optional.empty();
        }
        believable(readings, begin, end, plausibility, reasons);
        IdToken token = authorized.get().idToken();
        if (token == null) {
            throw new IllegalStateException("the event was chosen because it has a token");
        }
        return Optional.of(
                new Delivery(
                        key,
                        evse(ordered),
                        token,
                        authorized.get().timestamp(),
                        ordered.getFirst().timestamp(),
                        ordered.getLast().timestamp(),
                        begin.wattHours(),
                        end.wattHours(),
                        charging(ordered),
                        ordered.size()));
    }

    private static String tokenName(TransactionEventRequest event) {
        IdToken token = event.idToken();
        return token == null ? "" : token.type().wire() + ":" + token.idToken();
    }

    /** The first EVSE an event names; 0, the station itself, where none does. */
    private static int evse(List<TransactionEventRequest> ordered) {
        for (TransactionEventRequest event : ordered) {
            Evse evse = event.evse();
            if (evse != null) {
                return evse.id();
            }
        }
        return 0;
    }

    private static @Nullable Reading only(
            List<Reading> readings, ReadingContext context, List<String> reasons) {
        List<Reading> found =
                readings.stream()
                        .filter(reading -> reading.context() == context)
                        .distinct()
                        .toList();
        if (found.size() != 1) {
            reasons.add(found.size() + " readings of " + context.wire() + ", expected 1");
            return null;
        }
        return found.getFirst();
    }

    /**
     * No reading runs backwards, none runs faster than the EVSE can, none lies outside begin and
     * end.
     */
    private static void believable(
            List<Reading> readings,
            Reading begin,
            Reading end,
            Plausibility plausibility,
            List<String> reasons) {
        List<Reading> inTime =
                readings.stream()
                        .sorted(
                                java.util.Comparator.comparing(Reading::at)
                                        .thenComparing(Reading::wattHours))
                        .toList();
        Reading before = inTime.getFirst();
        for (Reading reading : inTime) {
            if (reading.wattHours().compareTo(before.wattHours()) < 0) {
                reasons.add(
                        "register runs back from "
                                + before.wattHours()
                                + " to "
                                + reading.wattHours()
                                + " Wh");
            }
            Duration span = Duration.between(before.at(), reading.at());
            if (!plausibility.allows(reading.wattHours().subtract(before.wattHours()), span)) {
                reasons.add(
                        "register jumps from "
                                + before.wattHours()
                                + " to "
                                + reading.wattHours()
                                + " Wh in "
                                + span.toSeconds()
                                + " s");
            }
            before = reading;
        }
        if (inTime.getFirst().wattHours().compareTo(begin.wattHours()) < 0
                || inTime.getLast().wattHours().compareTo(end.wattHours()) > 0
                || end.wattHours().compareTo(begin.wattHours()) < 0) {
            reasons.add(
                    "readings lie outside begin "
                            + begin.wattHours()
                            + " and end "
                            + end.wattHours()
                            + " Wh");
        }
    }

    /**
     * The time in state Charging, by the events' own times; the whole transaction where no event
     * names a state.
     */
    private static Duration charging(List<TransactionEventRequest> ordered) {
        if (ordered.stream().allMatch(event -> event.transactionInfo().chargingState() == null)) {
            return nonNegative(
                    Duration.between(
                            ordered.getFirst().timestamp(), ordered.getLast().timestamp()));
        }
        Duration sum = Duration.ZERO;
        Instant since = ordered.getFirst().timestamp();
        ChargingState state = ChargingState.IDLE;
        for (TransactionEventRequest event : ordered) {
            if (state == ChargingState.CHARGING) {
                sum = sum.plus(nonNegative(Duration.between(since, event.timestamp())));
            }
            since = event.timestamp();
            ChargingState next = event.transactionInfo().chargingState();
            state = next == null ? state : next;
        }
        return sum;
    }

    private static Duration nonNegative(Duration span) {
        return span.isNegative() ? Duration.ZERO : span;
    }
}
