package org.plugcharge.plc.segment;

import org.plugcharge.exi.Bytes;
import org.plugcharge.plc.mme.MmeCodec;
import org.plugcharge.plc.mme.MmeException;
import org.plugcharge.plc.mme.MmeFrame;
import org.plugcharge.plc.slac.Entropy;
import org.plugcharge.plc.slac.EvseSlac;
import org.plugcharge.plc.slac.Now;
import org.plugcharge.plc.slac.PevSlac;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * Runs the cores of one car and its stations on a {@link Segment} until they are matched or have
 * given up.
 *
 * <p>One thread, the caller's: {@link #match} blocks (with {@link Pace#real}) for about 0.7 s when
 * all is well, and at most until the car gives up.
 */
public final class SegmentMatch {

    private sealed interface Event {}

    private record Delivered(Delivery delivery) implements Event {}

    private record Told(Station station, EvseSlac.Input input) implements Event {}

    private record StationTimer(Station station, EvseSlac.Timer timer, long armed)
            implements Event {}

    private record CarTimer(long armed) implements Event {}

    private record CarPluggedIn() implements Event {}

    private record Due(Instant at, long number, Event event) {}

    private record TimerKey(Station station, EvseSlac.Timer timer) {}

    private final Segment segment;
    private final Station car;
    private final Pace pace;
    private final Entropy entropy;
    private final Consumer<Sighting> listener;
    private final Instant start;

    private final PriorityQueue<Due> queue =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::number));
    private final Map<Station, EvseSlac.State> stationStates = new LinkedHashMap<>();
    private final Map<TimerKey, Long> stationTimers = new HashMap<>();
    private PevSlac.State carState;
    private long carTimer = -1;
    private long number;

    private SegmentMatch(
            Segment segment,
            PevSlac.Settings carSettings,
            Station car,
            Pace pace,
            Entropy entropy,
            Consumer<Sighting> listener) {
        this.segment = segment;
        this.car = car;
        this.pace = pace;
        this.entropy = entropy;
        this.listener = listener;
        this.start = pace.now();
        this.carState = PevSlac.begin(carSettings);
    }

    /**
     * Powers the stations on, plugs the car in and lets them match. All must be attached to {@code
     * segment} already. Each frame between a host and its modem is shown to {@code listener} on the
     * calling thread.
     */
    public static MatchOutcome match(
            Segment segment,
            Station car,
            List<Station> stations,
            Pace pace,
            Entropy entropy,
            Consumer<Sighting> listener)
            throws InterruptedException {
        PevSlac.Settings settings = PevSlac.Settings.raw(car.host(), car.modem(), car.profile());
        return match(segment, settings, car, stations, pace, entropy, listener);
    }

    /** The same with a car that has its own limits. */
    public static MatchOutcome match(
            Segment segment,
            PevSlac.Settings settings,
            Station car,
            List<Station> stations,
            Pace pace,
            Entropy entropy,
            Consumer<Sighting> listener)
            throws InterruptedException {
        SegmentMatch match = new SegmentMatch(segment, settings, car, pace, entropy, listener);
        for (Station station : stations) {
            match.stationStates.put(
                    station,
                    EvseSlac.begin(
                            EvseSlac.Settings.of(
                                    station.host(), station.modem(), station.profile())));
        }
        return match.run();
    }

    private MatchOutcome run() throws InterruptedException {
        for (Station station : stationStates.keySet()) {
            at(start, new Told(station, new EvseSlac.PowerOn()));
            at(start, new Told(station, new EvseSlac.PluggedIn()));
        }
        at(start.plusMillis(20), new CarPluggedIn());
        while (!queue.isEmpty()) {
            Due due = queue.remove();
            pace.until(due.at());
            handle(due.event());
            Optional<MatchOutcome> outcome = outcome();
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        throw new IllegalStateException("nothing is due any more, and the car is in " + carState);
    }

    private Optional<MatchOutcome> outcome() {
        Duration took = Duration.between(start, pace.now());
        return switch (carState) {
            case PevSlac.Failed(_, var reason) ->
                    Optional.of(new MatchOutcome.CarGaveUp(reason, took));
            case PevSlac.Matched(_, var chosen) ->
                    stationStates.entrySet().stream()
                            .filter(entry -> entry.getKey().host().equals(chosen))
                            .findFirst()
                            .flatMap(entry -> bothEnds(entry.getKey(), entry.getValue(), took));
            case PevSlac.Unplugged _,
                    PevSlac.AwaitParameters _,
                    PevSlac.Sounding _,
                    PevSlac.AwaitResults _,
                    PevSlac.AwaitMatch _,
                    PevSlac.SettingKey _,
                    PevSlac.Joining _,
                    PevSlac.Resting _ ->
                    Optional.empty();
        };
    }

    private static Optional<MatchOutcome> bothEnds(
            Station station, EvseSlac.State state, Duration took) {
        return switch (state) {
            case EvseSlac.Matched(_, var nmk, _) ->
                    Optional.of(new MatchOutcome.Matched(station, nmk.id(), took));
            case EvseSlac.Failed(_, var reason) ->
                    Optional.of(new MatchOutcome.StationGaveUp(station, reason, took));
            case EvseSlac.Off _,
                    EvseSlac.SettingKey _,
                    EvseSlac.Unplugged _,
                    EvseSlac.Matching _,
                    EvseSlac.Joining _ ->
                    Optional.empty();
        };
    }

    private void handle(Event event) {
        switch (event) {
            case Delivered(Delivery delivery) -> delivered(delivery);
            case Told(Station station, EvseSlac.Input input) -> step(station, input);
            case StationTimer(Station station, EvseSlac.Timer timer, long armed) -> {
                if (stationTimers.remove(new TimerKey(station, timer), armed)) {
                    step(station, new EvseSlac.Fired(timer));
                }
            }
            case CarTimer(long armed) -> {
                if (armed == carTimer) {
                    carTimer = -1;
                    step(new PevSlac.Fired());
                }
            }
            case CarPluggedIn() -> step(new PevSlac.PluggedIn());
        }
    }

    private void delivered(Delivery delivery) {
        boolean toCar = delivery.to().equals(car);
        switch (delivery) {
            case Delivery.Frame(Station to, _, Bytes octets) -> arrived(to, octets);
            case Delivery.LinkUp(Station to, _) -> {
                if (toCar) {
                    step(new PevSlac.LinkUp());
                } else {
                    step(to, new EvseSlac.LinkUp());
                }
            }
            case Delivery.LinkDown(Station to, _) -> {
                if (toCar) {
                    step(new PevSlac.LinkDown());
                } else {
                    step(to, new EvseSlac.LinkDown());
                }
            }
        }
    }

    private void arrived(Station to, Bytes octets) {
        MmeFrame frame;
        try {
            frame = MmeCodec.decode(octets);
        } catch (MmeException _) {
            return;
        }
        listener.accept(new Sighting(pace.now(), to, Sighting.Direction.RECEIVED, frame, octets));
        if (to.equals(car)) {
            step(new PevSlac.Received(frame));
        } else {
            step(to, new EvseSlac.Received(frame));
        }
    }

    private void step(Station station, EvseSlac.Input input) {
        EvseSlac.State state = stationStates.get(station);
        if (state == null) {
            return;
        }
        EvseSlac.Step step = EvseSlac.step(state, input, new Now(pace.now(), entropy));
        stationStates.put(station, step.next());
        for (EvseSlac.Output output : step.outputs()) {
            switch (output) {
                case EvseSlac.Send(MmeFrame frame) -> send(station, frame);
                case EvseSlac.Arm(EvseSlac.Timer timer, Instant deadline) -> {
                    long armed = at(deadline, number -> new StationTimer(station, timer, number));
                    stationTimers.put(new TimerKey(station, timer), armed);
                }
                case EvseSlac.Disarm(EvseSlac.Timer timer) ->
                        stationTimers.remove(new TimerKey(station, timer));
                case EvseSlac.Linked _, EvseSlac.GaveUp _, EvseSlac.Noted _ -> {}
            }
        }
    }

    private void step(PevSlac.Input input) {
        PevSlac.Step step = PevSlac.step(carState, input, new Now(pace.now(), entropy));
        carState = step.next();
        for (PevSlac.Output output : step.outputs()) {
            switch (output) {
                case PevSlac.Send(MmeFrame frame) -> send(car, frame);
                case PevSlac.Arm(Instant deadline) -> carTimer = at(deadline, CarTimer::new);
                case PevSlac.Disarm() -> carTimer = -1;
                case PevSlac.Linked _, PevSlac.GaveUp _, PevSlac.Noted _ -> {}
            }
        }
    }

    private void send(Station from, MmeFrame frame) {
        Bytes octets = MmeCodec.encode(frame);
        listener.accept(new Sighting(pace.now(), from, Sighting.Direction.SENT, frame, octets));
        for (Delivery delivery : segment.transmit(from.host(), octets, pace.now())) {
            at(delivery.at(), new Delivered(delivery));
        }
    }

    private void at(Instant moment, Event event) {
        queue.add(new Due(moment, number++, event));
    }

    private long at(Instant moment, LongFunction<Event> event) {
        long mine = number++;
        queue.add(new Due(moment, mine, event.apply(mine)));
        return mine;
    }
}
