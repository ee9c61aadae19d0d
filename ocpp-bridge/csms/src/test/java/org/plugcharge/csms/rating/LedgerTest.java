package org.plugcharge.csms.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plugcharge.csms.rating.Sessions.EMAID;
import static org.plugcharge.csms.rating.Sessions.KEY;
import static org.plugcharge.csms.rating.Sessions.TARIFF;
import static org.plugcharge.csms.rating.Sessions.event;
import static org.plugcharge.csms.rating.Sessions.reading;
import static org.plugcharge.csms.rating.Sessions.twentyKwhInAnHour;

import org.junit.jupiter.api.Test;
import org.plugcharge.ocpp.v201.ChargingState;
import org.plugcharge.ocpp.v201.ReadingContext;
import org.plugcharge.ocpp.v201.TransactionEventRequest;
import org.plugcharge.ocpp.v201.TransactionEventType;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

class LedgerTest {

    private static Account add(List<TransactionEventRequest> events) {
        return Ledger.add(KEY, events, Plausibility.DC_400_KW);
    }

    @Test
    void theWorkedExampleOfOneHour() {
        Cdr cdr = rated(twentyKwhInAnHour());
        assertThat(cdr.net()).isEqualByComparingTo("17.50");
        assertThat(cdr.gross()).isEqualByComparingTo("20.83");
        assertThat(cdr.delivery().wattHours()).isEqualByComparingTo("20000");
        assertThat(cdr.id()).hasSize(36);
    }

    @Test
    void orderAndRepetitionMakeNoDifference() {
        Cdr expected = rated(twentyKwhInAnHour());
        Random dice = new Random(42);
        for (int i = 0; i < 2000; i++) {
            List<TransactionEventRequest> events = new ArrayList<>(twentyKwhInAnHour());
            for (int n = dice.nextInt(8); n > 0; n--) {
                events.add(sentAgain(events.get(dice.nextInt(events.size()))));
            }
            Collections.shuffle(events, dice);
            assertThat(rated(events)).isEqualTo(expected);
        }
    }

    @Test
    void aLossIsNeverBilledUntilItIsMadeGood() {
        Random dice = new Random(43);
        for (int i = 0; i < 500; i++) {
            List<TransactionEventRequest> events = new ArrayList<>(twentyKwhInAnHour());
            List<TransactionEventRequest> lost = new ArrayList<>();
            for (int n = 1 + dice.nextInt(4); n > 0; n--) {
                lost.add(events.remove(dice.nextInt(events.size())));
            }
            assertThat(add(events))
                    .isNotInstanceOf(Account.Closed.class)
                    .isNotInstanceOf(Account.Held.class);
            events.addAll(lost);
            assertThat(add(events)).isInstanceOf(Account.Closed.class);
        }
    }

    @Test
    void atEveryPrefixOfEveryArrivalThereIsAtMostOneResult() {
        Random dice = new Random(44);
        for (int i = 0; i < 200; i++) {
            List<TransactionEventRequest> arrivals = new ArrayList<>(twentyKwhInAnHour());
            arrivals.addAll(twentyKwhInAnHour());
            Collections.shuffle(arrivals, dice);
            List<Account> closed = new ArrayList<>();
            for (int n = 1; n <= arrivals.size(); n++) {
                if (add(arrivals.subList(0, n)) instanceof Account.Closed account) {
                    closed.add(account);
                }
            }
            assertThat(closed).isNotEmpty();
            assertThat(closed.stream().distinct()).hasSize(1);
        }
    }

    @Test
    void aGapIsNamed() {
        List<TransactionEventRequest> events = twentyKwhInAnHour();
        events.remove(3);
        assertThat(add(events)).isEqualTo(new Account.Incomplete(List.of(3)));
        assertThat(add(List.of(events.getLast())))
                .isEqualTo(new Account.Incomplete(List.of(0, 1, 2, 3, 4, 5)));
        assertThat(add(events.subList(0, 3))).isEqualTo(new Account.Open());
        assertThat(add(List.of())).isEqualTo(new Account.Open());
    }

    @Test
    void aHugeSequenceNumberCostsNothing() {
        assertThat(
                        add(
                                List.of(
                                        event(
                                                TransactionEventType.ENDED,
                                                Integer.MAX_VALUE,
                                                5,
                                                null,
                                                null,
                                                null))))
                .isInstanceOfSatisfying(
                        Account.Incomplete.class, a -> assertThat(a.missing()).hasSize(100));
    }

    @Test
    void twoEventsUnderOneNumberAreHeld() {
        List<TransactionEventRequest> events = twentyKwhInAnHour();
        events.add(
                event(
                        TransactionEventType.UPDATED,
                        2,
                        1200,
                        null,
                        null,
                        reading(1200, null, "1006700")));
        held(events, "two different events with seqNo 2");
    }

    @Test
    void aRegisterThatRunsBackIsHeld() {
        held(hour("1000", "1500", "500"), "register runs back");
    }

    @Test
    void aBeginOfZeroIsHeld() {
        held(hour("0", "910000", "910083"), "register jumps");
    }

    @Test
    void moreThanTheChargerCanIsHeld() {
        held(hour("0", "1000", "500000"), "register jumps");
    }

    @Test
    void withoutBeginOrEndOrTokenItIsHeld() {
        List<TransactionEventRequest> events = twentyKwhInAnHour();
        events.set(
                0, event(TransactionEventType.STARTED, 0, 0, ChargingState.CHARGING, EMAID, null));
        held(events, "0 readings of Transaction.Begin");
        events = twentyKwhInAnHour();
        events.set(
                0,
                event(
                        TransactionEventType.STARTED,
                        0,
                        0,
                        null,
                        null,
                        reading(0, ReadingContext.TRANSACTION_BEGIN, "1000000")));
        held(events, "nobody was authorised");
    }

    @Test
    void eventsAfterEndedAndASecondStartAreHeld() {
        List<TransactionEventRequest> events = twentyKwhInAnHour();
        events.add(event(TransactionEventType.UPDATED, 7, 3700, null, null, null));
        held(events, "events after Ended");
        events = twentyKwhInAnHour();
        events.set(3, event(TransactionEventType.STARTED, 3, 1800, null, null, null));
        held(events, "event 3 is Started");
    }

    @Test
    void onlyChargingIsTime() {
        List<TransactionEventRequest> events =
                List.of(
                        event(
                                TransactionEventType.STARTED,
                                0,
                                0,
                                ChargingState.EV_CONNECTED,
                                EMAID,
                                reading(0, ReadingContext.TRANSACTION_BEGIN, "0")),
                        event(
                                TransactionEventType.UPDATED,
                                1,
                                60,
                                ChargingState.CHARGING,
                                null,
                                null),
                        event(
                                TransactionEventType.UPDATED,
                                2,
                                120,
                                null,
                                null,
                                reading(120, null, "900")),
                        event(
                                TransactionEventType.UPDATED,
                                3,
                                240,
                                ChargingState.SUSPENDED_EV,
                                null,
                                null),
                        event(
                                TransactionEventType.ENDED,
                                4,
                                7200,
                                ChargingState.IDLE,
                                null,
                                reading(7200, ReadingContext.TRANSACTION_END, "1000")));
        assertThat(add(events))
                .isInstanceOfSatisfying(
                        Account.Closed.class,
                        closed ->
                                assertThat(closed.delivery().charging())
                                        .isEqualTo(Duration.ofMinutes(3)));
    }

    @Test
    void linesAddUpWhateverThePrices() {
        Random dice = new Random(45);
        for (int i = 0; i < 1000; i++) {
            Tariff tariff =
                    new Tariff(
                            "t",
                            i,
                            Sessions.START,
                            dice.nextBoolean() ? "EUR" : "JPY",
                            BigDecimal.valueOf(dice.nextInt(100_000), 4),
                            BigDecimal.valueOf(dice.nextInt(100_000), 4),
                            BigDecimal.valueOf(dice.nextInt(1000), 2),
                            BigDecimal.valueOf(dice.nextInt(300), 1));
            Cdr cdr =
                    Rater.rate(
                            closed(hour("0", "3", Integer.toString(3 + dice.nextInt(390_000)))),
                            tariff);
            BigDecimal sum =
                    cdr.lines().stream()
                            .map(Cdr.Line::net)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(cdr.net()).isEqualByComparingTo(sum);
            assertThat(cdr.gross()).isEqualByComparingTo(cdr.net().add(cdr.vat()));
            for (Cdr.Line line : cdr.lines()) {
                BigDecimal half =
                        tariff.currency().equals("EUR")
                                ? new BigDecimal("0.0051")
                                : new BigDecimal("0.51");
                assertThat(line.net().subtract(line.quantity().multiply(line.price())).abs())
                        .isLessThan(half);
            }
        }
    }

    @Test
    void theTariffVersionIsTheOneInForce() {
        Tariff next =
                new Tariff(
                        "standard",
                        2,
                        Sessions.START,
                        "EUR",
                        BigDecimal.ONE,
                        BigDecimal.ONE,
                        BigDecimal.ONE,
                        BigDecimal.ONE);
        List<Tariff> versions = List.of(next, TARIFF);
        assertThat(Tariff.inForce(versions, Sessions.START.minusMillis(1))).contains(TARIFF);
        assertThat(Tariff.inForce(versions, Sessions.START)).contains(next);
        Delivery delivery = closed(twentyKwhInAnHour());
        assertThat(Rater.rate(delivery, next).id()).isNotEqualTo(Rater.rate(delivery, TARIFF).id());
    }

    private static List<TransactionEventRequest> hour(String begin, String middle, String end) {
        return new ArrayList<>(
                List.of(
                        event(
                                TransactionEventType.STARTED,
                                0,
                                0,
                                null,
                                EMAID,
                                reading(0, ReadingContext.TRANSACTION_BEGIN, begin)),
                        event(
                                TransactionEventType.UPDATED,
                                1,
                                60,
                                null,
                                null,
                                reading(60, null, middle)),
                        event(
                                TransactionEventType.ENDED,
                                2,
                                3600,
                                null,
                                null,
                                reading(3600, ReadingContext.TRANSACTION_END, end))));
    }

    private static void held(List<TransactionEventRequest> events, String reason) {
        assertThat(add(events))
                .isInstanceOfSatisfying(
                        Account.Held.class,
                        held ->
                                assertThat(held.reasons())
                                        .anySatisfy(r -> assertThat(r).contains(reason)));
    }

    private static Cdr rated(List<TransactionEventRequest> events) {
        return Rater.rate(closed(events), TARIFF);
    }

    private static Delivery closed(List<TransactionEventRequest> events) {
        assertThat(add(events)).isInstanceOf(Account.Closed.class);
        return ((Account.Closed) add(events)).delivery();
    }

    /** The same event as a station may send it again: marked as offline. */
    private static TransactionEventRequest sentAgain(TransactionEventRequest event) {
        return new TransactionEventRequest(
                event.eventType(),
                event.meterValue(),
                event.timestamp(),
                event.triggerReason(),
                event.seqNo(),
                true,
                event.numberOfPhasesUsed(),
                event.cableMaxCurrent(),
                event.reservationId(),
                event.transactionInfo(),
                event.evse(),
                event.idToken());
    }
}
