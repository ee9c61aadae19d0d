package org.plugcharge.evcc.simulation;

import org.plugcharge.evcc.battery.Battery;
import org.plugcharge.evcc.battery.BatterySpec;
import org.plugcharge.evcc.session.ChargePoint;
import org.plugcharge.evcc.session.ControlPilot;
import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.Now;
import org.plugcharge.evcc.session.Pace;
import org.plugcharge.evcc.session.din70121.DinCar;
import org.plugcharge.evcc.session.din70121.Stage;
import org.plugcharge.evcc.session.din70121.VehiclePlan;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.secc.evse.Authorization;
import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.ChargingSchedule;
import org.plugcharge.secc.evse.EvseReading;
import org.plugcharge.secc.evse.EvseReading.Contactor;
import org.plugcharge.secc.evse.EvseReading.Fault;
import org.plugcharge.secc.session.din70121.Din70121Session;
import org.plugcharge.secc.session.din70121.DinEvseId;
import org.plugcharge.secc.session.din70121.DinStation;
import org.plugcharge.secc.session.din70121.State.Energised;
import org.plugcharge.secc.session.din70121.State.Live;
import org.plugcharge.secc.simulated.SimulatedEvse;
import org.plugcharge.v2g.din70121.Din70121Codec;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * One car at one station by DIN SPEC 70121, from the connection to the end of both sides: the real
 * cores and the real codec; only wire, clock, hardware and back end are simulated. What must hold
 * is asked after every event.
 */
final class DinSimulation {

    /** What a seed has happen beside a charge. */
    enum Trouble {
        NONE,
        REFUSED,
        SILENT_BACK_END,
        SLOW_SCHEDULE,
        OTHER_SCHEDULE,
        LINK_LOST,
        UNPLUGGED,
        EMERGENCY_STOP,
        MALFUNCTION,
        STATION_STOPS,
        DRIVER_STOPS,
        LATE_ANSWER,
        GARBLED_ANSWER,
        GARBLED_REQUEST
    }

    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration DISCHARGE = Duration.ofMillis(300);
    private static final int LOOPS = 25;

    final Trouble trouble;
    final List<ChargingEvent> events = new ArrayList<>();
    final List<ChargePoint> points = new ArrayList<>();
    private final long seed;
    private final SplittableRandom dice;
    private final VirtualTime time = new VirtualTime(START);
    private final SimulatedEvse evse = new SimulatedEvse(SimulatedEvse.HIGH_POWER, "SIM-1", time);
    private final Map<org.plugcharge.evcc.session.din70121.Timer, Instant> carTimers =
            new EnumMap<>(org.plugcharge.evcc.session.din70121.Timer.class);
    private final Map<org.plugcharge.secc.session.din70121.Timer, Instant> stationTimers =
            new EnumMap<>(org.plugcharge.secc.session.din70121.Timer.class);
    private final int troubledMessage;
    private org.plugcharge.evcc.session.din70121.State car;
    private org.plugcharge.secc.session.din70121.State station =
            Din70121Session.begin(
                    new DinStation(
                            DinEvseId.NONE,
                            SimulatedEvse.HIGH_POWER,
                            150_000,
                            Duration.ofSeconds(1)));
    private boolean carConnected = true;
    private boolean stationConnected = true;
    private boolean carContactors;
    private boolean accepted;
    private int open;
    private int answers;
    private int requests;
    private int changes;
    private Instant lastLive = START;
    private Instant toCarUntil = START;
    private Instant toStationUntil = START;

    DinSimulation(long seed) {
        this.seed = seed;
        this.dice = new SplittableRandom(seed ^ 0x5DEECE66DL);
        this.trouble = Trouble.values()[(int) (seed % Trouble.values().length)];
        this.troubledMessage = dice.nextInt(1, 40);
        this.car =
                org.plugcharge.evcc.session.din70121.State.of(
                        new VehiclePlan(
                                Bytes.fromHex("020000000001"),
                                Battery.at(BatterySpec.CAR_400_V, 20),
                                150_000,
                                LOOPS,
                                80,
                                Pace.USUAL,
                                true));
    }

    /** Plays to the end of both sides; how the car's session ended. */
    Ending play() {
        evse.pilot(EvseReading.ControlPilot.B);
        evse.onChange(() -> {
            changes++;
            time.after(Duration.ofMillis(dice.nextInt(1, 8)), this::hardwareChanged);
        });
        if (troubleAt()) {
            time.after(Duration.ofMillis(dice.nextInt(10, 6_000)), this::happen);
        }
        stationDoes(
                new org.plugcharge.secc.session.din70121.Output.Arm(
                        org.plugcharge.secc.session.din70121.Timer.COMMUNICATION_SETUP,
                        START.plusSeconds(18)));
        carTakes(new org.plugcharge.evcc.session.din70121.Input.Begin());
        while (time.elapsed().compareTo(LONGEST) < 0 && time.next()) {
            check();
        }
        hold(!carContactors, "the car's contactors stayed closed");
        hold(evse.reading().contactor() == Contactor.OPEN, "the station's contactor stayed closed");
        hold(
                station.getClass().getSimpleName().equals("Closed"),
                "the station ended in " + station);
        return ((org.plugcharge.evcc.session.din70121.State.Done) car).ending();
    }

    private boolean troubleAt() {
        return switch (trouble) {
            case LINK_LOST,
                    UNPLUGGED,
                    EMERGENCY_STOP,
                    MALFUNCTION,
                    STATION_STOPS,
                    DRIVER_STOPS,
                    OTHER_SCHEDULE ->
                    true;
            case NONE,
                    REFUSED,
                    SILENT_BACK_END,
                    SLOW_SCHEDULE,
                    LATE_ANSWER,
                    GARBLED_ANSWER,
                    GARBLED_REQUEST ->
                    false;
        };
    }

    private void happen() {
        switch (trouble) {
            case LINK_LOST -> {
                carLoses("reset");
                stationLoses("reset");
            }
            case UNPLUGGED -> {
                evse.pilot(EvseReading.ControlPilot.A);
                carTakes(new org.plugcharge.evcc.session.din70121.Input.Unplugged());
            }
            case EMERGENCY_STOP -> evse.fault(Fault.EMERGENCY_STOP);
            case MALFUNCTION -> evse.fault(Fault.MALFUNCTION);
            case STATION_STOPS ->
                    stationTakes(new org.plugcharge.secc.session.din70121.Input.StopRequested());
            case DRIVER_STOPS ->
                    carTakes(new org.plugcharge.evcc.session.din70121.Input.StopRequested());
            case OTHER_SCHEDULE ->
                    stationTakes(new org.plugcharge.secc.session.din70121.Input.SchedulesChanged());
            case NONE,
                    REFUSED,
                    SILENT_BACK_END,
                    SLOW_SCHEDULE,
                    LATE_ANSWER,
                    GARBLED_ANSWER,
                    GARBLED_REQUEST ->
                    throw new IllegalStateException("not at a time: " + trouble);
        }
    }

    private void carTakes(org.plugcharge.evcc.session.din70121.Input input) {
        var step = DinCar.step(car, input, new Now(time.instant()));
        boolean over = car instanceof org.plugcharge.evcc.session.din70121.State.Done;
        hold(
                !over
                        || step.outputs().stream()
                                .noneMatch(
                                        org.plugcharge.evcc.session.din70121.Output.Send.class
                                                ::isInstance),
                "the car spoke after the end");
        car = step.next();
        step.outputs().forEach(this::carDoes);
    }

    private void carDoes(org.plugcharge.evcc.session.din70121.Output output) {
        switch (output) {
            case org.plugcharge.evcc.session.din70121.Output.Send(var message) -> {
                open++;
                hold(open == 1, "the car asked again before it was answered");
                toStation(Din70121Codec.encode(message));
            }
            case org.plugcharge.evcc.session.din70121.Output.Arm(var timer, Instant at) -> {
                carTimers.put(timer, at);
                time.at(
                        at,
                        () -> {
                            if (carTimers.remove(timer, at)) {
                                carTakes(
                                        new org.plugcharge.evcc.session.din70121.Input.Fired(
                                                timer));
                            }
                        });
            }
            case org.plugcharge.evcc.session.din70121.Output.Disarm(var timer) ->
                    carTimers.remove(timer);
            case org.plugcharge.evcc.session.din70121.Output.SetControlPilot(var pilot) ->
                    time.after(Duration.ofMillis(dice.nextInt(1, 20)), () -> pilot(pilot));
            case org.plugcharge.evcc.session.din70121.Output.MoveContactors(boolean close) ->
                    time.after(
                            Duration.ofMillis(dice.nextInt(10, 120)),
                            () -> {
                                carContactors = close;
                                carTakes(
                                        new org.plugcharge.evcc.session.din70121.Input
                                                .ContactorsMoved(close));
                            });
            case org.plugcharge.evcc.session.din70121.Output.Observed(var point) ->
                    points.add(point);
            case org.plugcharge.evcc.session.din70121.Output.Note _ -> {}
            case org.plugcharge.evcc.session.din70121.Output.Close _ -> {
                carConnected = false;
                toStationLater(() -> stationLoses("the vehicle closed the connection"));
            }
        }
    }

    private void pilot(ControlPilot state) {
        if (evse.reading().pilot() != EvseReading.ControlPilot.A) {
            evse.pilot(
                    state == ControlPilot.C
                            ? EvseReading.ControlPilot.C
                            : EvseReading.ControlPilot.B);
        }
    }

    private void toStation(Bytes exi) {
        requests++;
        Bytes sent =
                trouble == Trouble.GARBLED_REQUEST && requests == troubledMessage ? half(exi) : exi;
        toStationLater(() -> {
            if (stationConnected) {
                stationReceives(sent);
            }
        });
    }

    private void stationReceives(Bytes exi) {
        org.plugcharge.secc.session.din70121.Input input;
        try {
            input =
                    new org.plugcharge.secc.session.din70121.Input.Received(
                            Din70121Codec.decode(exi));
        } catch (ExiException e) {
            input =
                    new org.plugcharge.secc.session.din70121.Input.LinkLost(
                            "not a message: " + e.getMessage());
        }
        stationTakes(input);
    }

    private static Bytes half(Bytes exi) {
        return exi.slice(0, Math.max(1, exi.length() / 2));
    }

    private void stationTakes(org.plugcharge.secc.session.din70121.Input input) {
        var now =
                new org.plugcharge.secc.session.Now(
                        time.instant(), evse.reading(), evse.meter(), this::octets);
        var step = Din70121Session.step(station, input, now);
        hold(stationConnected || step.outputs().isEmpty(), "the station acted after the end");
        station = step.next();
        step.outputs().forEach(this::stationDoes);
    }

    private Bytes octets(int length) {
        byte[] octets = new byte[length];
        for (int i = 0; i < length; i++) {
            octets[i] = (byte) dice.nextInt();
        }
        return Bytes.owning(octets);
    }

    private void stationDoes(org.plugcharge.secc.session.din70121.Output output) {
        switch (output) {
            case org.plugcharge.secc.session.din70121.Output.Send(var message) ->
                    toCar(Din70121Codec.encode(message));
            case org.plugcharge.secc.session.din70121.Output.Command(var command) ->
                    evse.command(command);
            case org.plugcharge.secc.session.din70121.Output.Authorize _ -> authorize();
            case org.plugcharge.secc.session.din70121.Output.Schedule _ -> schedule();
            case org.plugcharge.secc.session.din70121.Output.Tell(ChargingEvent event) ->
                    events.add(event);
            case org.plugcharge.secc.session.din70121.Output.Arm(var timer, Instant at) -> {
                stationTimers.put(timer, at);
                time.at(
                        at,
                        () -> {
                            if (stationTimers.remove(timer, at)) {
                                stationTakes(
                                        new org.plugcharge.secc.session.din70121.Input.Fired(
                                                timer));
                            }
                        });
            }
            case org.plugcharge.secc.session.din70121.Output.Disarm(var timer) ->
                    stationTimers.remove(timer);
            case org.plugcharge.secc.session.din70121.Output.Close _ -> {
                stationConnected = false;
                toCarLater(() -> carLoses("the station closed the connection"));
            }
        }
    }

    private void authorize() {
        if (trouble == Trouble.SILENT_BACK_END) {
            return;
        }
        accepted = trouble != Trouble.REFUSED;
        Authorization answer =
                accepted
                        ? new Authorization.Accepted()
                        : new Authorization.Rejected(Authorization.Refusal.REFUSED, "simulated");
        time.after(
                Duration.ofMillis(dice.nextInt(0, 3_000)),
                () ->
                        stationTakes(
                                new org.plugcharge.secc.session.din70121.Input.Authorized(answer)));
    }

    private void schedule() {
        boolean slow = trouble == Trouble.SLOW_SCHEDULE;
        Optional<ChargingSchedule> schedule =
                trouble == Trouble.OTHER_SCHEDULE
                        ? Optional.of(ChargingSchedule.wholeDay(1, 20_000))
                        : Optional.empty();
        time.after(
                Duration.ofMillis(slow ? dice.nextInt(1_000, 9_000) : dice.nextInt(0, 900)),
                () ->
                        stationTakes(
                                new org.plugcharge.secc.session.din70121.Input.Scheduled(
                                        schedule)));
    }

    private void toCar(Bytes exi) {
        answers++;
        boolean troubled = answers == troubledMessage;
        Bytes sent = troubled && trouble == Trouble.GARBLED_ANSWER ? half(exi) : exi;
        Duration late =
                troubled && trouble == Trouble.LATE_ANSWER
                        ? Duration.ofMillis(dice.nextInt(200, 4_000))
                        : Duration.ZERO;
        time.after(late, () -> toCarLater(() -> carReceives(sent)));
    }

    private void carReceives(Bytes exi) {
        if (!carConnected) {
            return;
        }
        open--;
        hold(open == 0, "the station answered what was not asked");
        try {
            carTakes(
                    new org.plugcharge.evcc.session.din70121.Input.Received(
                            Din70121Codec.decode(exi)));
        } catch (ExiException e) {
            carTakes(
                    new org.plugcharge.evcc.session.din70121.Input.Garbled(
                            String.valueOf(e.getMessage())));
        }
    }

    /** The wire keeps the order of each direction. */
    private void toStationLater(Runnable action) {
        toStationUntil = later(toStationUntil);
        time.at(toStationUntil, action);
    }

    private void toCarLater(Runnable action) {
        toCarUntil = later(toCarUntil);
        time.at(toCarUntil, action);
    }

    private Instant later(Instant last) {
        Instant arrival = time.instant().plusNanos(dice.nextLong(500_000, 8_000_000));
        return arrival.isBefore(last) ? last : arrival;
    }

    private void hardwareChanged() {
        changes--;
        stationTakes(new org.plugcharge.secc.session.din70121.Input.HardwareChanged());
    }

    private void carLoses(String reason) {
        if (carConnected) {
            carTakes(new org.plugcharge.evcc.session.din70121.Input.LinkLost(reason));
        }
    }

    private void stationLoses(String reason) {
        if (stationConnected) {
            stationTakes(new org.plugcharge.secc.session.din70121.Input.LinkLost(reason));
        }
    }

    private void check() {
        everyWaitEnds();
        if (changes == 0) {
            outletIsSafe(evse.reading());
        }
    }

    private void everyWaitEnds() {
        if (car instanceof org.plugcharge.evcc.session.din70121.State.Active active) {
            var needed =
                    switch (active.stage()) {
                        case Stage.Awaiting _ -> org.plugcharge.evcc.session.din70121.Timer.MESSAGE;
                        case Stage.Working _ ->
                                org.plugcharge.evcc.session.din70121.Timer.SEQUENCE_PERFORMANCE;
                        case Stage.Paused _ -> org.plugcharge.evcc.session.din70121.Timer.PACE;
                    };
            hold(carTimers.containsKey(needed), "the car waits without end in " + active.stage());
        } else {
            hold(carTimers.isEmpty(), "timers of the car run on: " + carTimers);
        }
        hold(
                !stationTimers.isEmpty() || !stationConnected,
                "the station waits without end in " + station);
    }

    /** Asked when the station has heard of the last change of its hardware. */
    private void outletIsSafe(EvseReading reading) {
        boolean live = station instanceof Live;
        boolean energised = station instanceof Energised;
        lastLive = live ? time.instant() : lastLive;
        boolean discharged = time.instant().isAfter(lastLive.plus(DISCHARGE));
        hold(
                live || reading.contactor() == Contactor.OPEN,
                "the contactor is closed in " + station);
        hold(!discharged || reading.milliVolts() == 0, "voltage at the cable in " + station);
        hold(live || reading.milliAmps() == 0, "current in " + station);
        hold(!energised || accepted, "energy without authorisation");
        hold(!energised || reading.pilot().connected(), "energy without a car");
        hold(
                count(ChargingEvent.Started.class)
                        == count(ChargingEvent.Ended.class) + (energised ? 1 : 0),
                "energy that was never begun, or never ended");
    }

    long count(Class<? extends ChargingEvent> kind) {
        return events.stream().filter(kind::isInstance).count();
    }

    /** What the meter counted between start and end, in Wh. */
    long metered() {
        return meter(ChargingEvent.Ended.class) - meter(ChargingEvent.Started.class);
    }

    private long meter(Class<? extends ChargingEvent> kind) {
        return events.stream()
                .filter(kind::isInstance)
                .mapToLong(event ->
                        switch (event) {
                            case ChargingEvent.Started started -> started.meter().wattHours();
                            case ChargingEvent.Ended ended -> ended.meter().wattHours();
                            case ChargingEvent.Connected _,
                                    ChargingEvent.Metered _,
                                    ChargingEvent.Disconnected _ ->
                                    0;
                        })
                .sum();
    }

    private void hold(boolean invariant, String otherwise) {
        if (!invariant) {
            throw new AssertionError("seed " + seed + " (" + trouble + "): " + otherwise);
        }
    }
}
