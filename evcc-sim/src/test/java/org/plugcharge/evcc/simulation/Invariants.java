package org.plugcharge.evcc.simulation;

import org.plugcharge.evcc.session.ChargePoint;
import org.plugcharge.evcc.session.iso2.Stage;
import org.plugcharge.evcc.session.iso2.State.Active;
import org.plugcharge.evcc.session.iso2.Timer;
import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.EvseReading;
import org.plugcharge.secc.session.iso2.State.Energised;
import org.plugcharge.secc.session.iso2.State.Live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Supplier;

/** What must hold after every event of every story, and the tallies it takes to know. */
final class Invariants {

    private final Story story;
    private final List<ChargingEvent> events = new ArrayList<>();
    private final List<ChargePoint> points = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private static final Duration DISCHARGE = Duration.ofMillis(300);

    private static final Duration LONGEST_ANSWER = Duration.ofMillis(4_500);

    private final Queue<Instant> waiting = new ArrayDeque<>();
    private boolean closed;
    private long receipts;
    private int open;
    private Instant lastLive = Instant.EPOCH;
    private boolean accepted;

    Invariants(Story story) {
        this.story = story;
    }

    void asked() {
        open++;
        hold(open == 1, () -> "the car asked again before it was answered");
    }

    /** Who hears a request twice answers twice. */
    void answered(boolean perhapsTwice) {
        open = perhapsTwice ? 0 : open - 1;
        hold(open == 0, () -> "the station answered what was not asked");
    }

    void stationAsked(Instant now) {
        waiting.add(now);
    }

    void stationAnswered() {
        waiting.poll();
    }

    /** No request waits longer than the longest performance time without an end of the session. */
    void checkPatience(Instant now, boolean stationConnected) {
        Instant oldest = waiting.peek();
        hold(
                !stationConnected || oldest == null || !now.isAfter(oldest.plus(LONGEST_ANSWER)),
                () -> "a request from " + oldest + " is not answered at " + now);
    }

    /** Nothing follows the end of a connection. */
    void stationStepped(
            org.plugcharge.secc.session.iso2.State before,
            List<org.plugcharge.secc.session.iso2.Output> outputs) {
        hold(
                !closed || outputs.isEmpty(),
                () -> "after its end the station does " + outputs + " in " + before);
        closed |=
                outputs.stream()
                        .anyMatch(org.plugcharge.secc.session.iso2.Output.Close.class::isInstance);
    }

    void accepted() {
        accepted = true;
    }

    void told(ChargingEvent event) {
        events.add(event);
    }

    void observed(ChargePoint point) {
        points.add(point);
    }

    /** A receipt was taken. */
    void receipted() {
        receipts++;
    }

    long receipts() {
        return receipts;
    }

    void noted(String text) {
        notes.add(text);
    }

    List<String> notes() {
        return notes;
    }

    List<ChargingEvent> events() {
        return events;
    }

    List<ChargePoint> points() {
        return points;
    }

    void checkCar(
            org.plugcharge.evcc.session.iso2.State car, Set<Timer> timers, boolean contactors) {
        everyWaitEnds(car, timers);
        if (car instanceof Active active && active.session().contactorsClosed()) {
            hold(contactors, () -> "the car takes its contactors for closed, but they are open");
        }
    }

    /** To be asked when the station has heard of the last change of its hardware. */
    void checkStation(
            Optional<org.plugcharge.secc.session.iso2.State> station,
            EvseReading evse,
            Instant now) {
        boolean live = station.filter(Live.class::isInstance).isPresent();
        lastLive = live ? now : lastLive;
        boolean discharged = now.isAfter(lastLive.plus(DISCHARGE));
        boolean energised = station.filter(Energised.class::isInstance).isPresent();
        hold(
                live || evse.contactor() == EvseReading.Contactor.OPEN,
                () -> "the station's contactor is closed in " + station);
        hold(!discharged || evse.milliVolts() == 0, () -> "voltage at the cable in " + station);
        hold(live || evse.milliAmps() == 0, () -> "current in " + station);
        hold(!energised || accepted, () -> "energy without authorisation");
        hold(!energised || evse.pilot().connected(), () -> "energy without a car");
        hold(
                !energised
                        || count(ChargingEvent.Started.class)
                                == count(ChargingEvent.Ended.class) + 1,
                () -> "energy that was never begun");
    }

    private void everyWaitEnds(org.plugcharge.evcc.session.iso2.State car, Set<Timer> timers) {
        if (car instanceof Active active) {
            Timer needed =
                    switch (active.stage()) {
                        case Stage.Awaiting _ -> Timer.MESSAGE;
                        case Stage.Working _ -> Timer.SEQUENCE_PERFORMANCE;
                        case Stage.Paused _ -> Timer.PACE;
                    };
            hold(timers.contains(needed), () -> "the car waits without end in " + active.stage());
        } else {
            hold(timers.isEmpty(), () -> "timers run on: " + timers);
        }
    }

    long count(Class<? extends ChargingEvent> kind) {
        return events.stream().filter(kind::isInstance).count();
    }

    private void hold(boolean invariant, Supplier<String> otherwise) {
        if (!invariant) {
            throw new AssertionError(
                    "seed " + story.seed() + ": " + otherwise.get() + " (" + story + ")");
        }
    }
}
