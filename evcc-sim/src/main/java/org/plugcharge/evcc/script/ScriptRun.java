package org.plugcharge.evcc.script;

import org.jspecify.annotations.Nullable;
import org.plugcharge.evcc.battery.Battery;
import org.plugcharge.evcc.host.Approach;
import org.plugcharge.evcc.host.CarBody;
import org.plugcharge.evcc.host.CarException;
import org.plugcharge.evcc.host.CarKeys;
import org.plugcharge.evcc.host.EvccHost;
import org.plugcharge.evcc.host.Journal;
import org.plugcharge.evcc.host.JournalEntry;
import org.plugcharge.evcc.host.Link;
import org.plugcharge.evcc.host.Manner;
import org.plugcharge.evcc.host.PkiCarKeys;
import org.plugcharge.evcc.host.SessionListener;
import org.plugcharge.evcc.script.Visit.Leave;
import org.plugcharge.evcc.script.Visit.Pay;
import org.plugcharge.evcc.session.ChargePoint;
import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.Pace;
import org.plugcharge.evcc.session.Phase;
import org.plugcharge.evcc.session.StopCause;
import org.plugcharge.evcc.session.iso2.VehiclePlan;
import org.plugcharge.evcc.session.iso2.Wishes;
import org.plugcharge.exi.Bytes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Runs a script: one session a visit, the battery and a paused session kept from one to the next.
 */
public final class ScriptRun {

    private static final Bytes EVCC_ID = Bytes.fromHex("020000000001");
    private static final int NO_LIMIT = Integer.MAX_VALUE;
    private static final long NANOJOULES_PER_WH = 3_600_000_000_000L;

    private final Script script;
    private final Function<Pay, Approach> approaches;
    private final SessionListener listener;
    private Battery battery;
    private @Nullable Bytes paused;

    /**
     * One visit as it went.
     *
     * @param ending {@code completed}, {@code paused}, or the kind of failure with hyphens, such as
     *     {@code unplugged}, {@code refused}, {@code no-answer}; {@code not-connected} if there was
     *     no connection
     * @param endingText the same in a sentence
     */
    public record Visited(
            String ending,
            String endingText,
            Instant began,
            Duration took,
            long wattHours,
            List<Answer> answers,
            List<JournalEntry> journal) {

        /** Copies. */
        public Visited {
            answers = List.copyOf(answers);
            journal = List.copyOf(journal);
        }
    }

    /**
     * A run of this script; {@code approaches} says how a car that pays so comes to the station.
     */
    public ScriptRun(Script script, Function<Pay, Approach> approaches, SessionListener listener) {
        this.script = script;
        this.approaches = approaches;
        this.listener = listener;
        this.battery = Battery.at(script.car().battery(), script.car().soc());
    }

    /** Runs all visits, up to the first that does not go as far as the next needs. */
    public List<Visited> run() throws InterruptedException {
        List<Visited> visits = new ArrayList<>();
        for (Visit visit : script.visits()) {
            if (visit.resumes() && paused == null) {
                listener.noted("there is no paused session to come back to");
                break;
            }
            Thread.sleep(visit.before());
            visits.add(visit(visit));
        }
        return visits;
    }

    private Visited visit(Visit visit) throws InterruptedException {
        Instant began = Instant.now();
        long start = System.nanoTime();
        Journal journal = new Journal();
        Course course = new Course(visit);
        String ending;
        String text;
        try {
            Ending how = session(visit, course, journal);
            ending = word(how);
            text = how.text();
        } catch (CarException e) {
            ending = "not-connected";
            text = String.valueOf(e.getMessage());
        }
        return new Visited(
                ending,
                text,
                began,
                Duration.ofNanos(System.nanoTime() - start),
                course.wattHours(),
                Answer.of(journal.entries()),
                journal.entries());
    }

    private Ending session(Visit visit, Course course, Journal journal)
            throws InterruptedException {
        Approach approach = approaches.apply(visit.pay());
        try (Link link = approach.connect(listener::noted)) {
            EvccHost host =
                    new EvccHost(
                            plan(visit, approach.keys()),
                            script.car().offer(),
                            link,
                            approach.keys().map(CarKeys.class::cast).orElse(CarKeys.NONE),
                            CarBody.SIMULATED,
                            course,
                            journal,
                            script.car()
                                    .quirk()
                                    .map(Manner.class::cast)
                                    .orElse(Manner.BY_THE_BOOK));
            course.host = host;
            return host.run();
        }
    }

    private VehiclePlan plan(Visit visit, Optional<PkiCarKeys> keys) {
        CarKind car = script.car();
        int loops = visit.goal() instanceof Goal.Loops(int wanted) ? wanted : NO_LIMIT;
        VehiclePlan plan =
                paying(
                        VehiclePlan.externalPayment(EVCC_ID, battery, loops)
                                .paced(new Pace(car.pace(), Pace.USUAL.poll(), car.patience())),
                        visit.pay(),
                        keys);
        if (car.charger().isPresent()) {
            plan = plan.alternating(car.charger().get());
        }
        if (visit.resumes() && paused != null) {
            plan = plan.resuming(paused);
        }
        plan =
                plan.wishing(
                        new Wishes(
                                visit.renegotiateAfter(),
                                !car.quirk().map(Quirk::skipsCableCheck).orElse(false),
                                visit.leave() == Leave.PAUSE,
                                Optional.empty(),
                                car.services()));
        return car.stationHasPower() ? plan : plan.withoutStationPower();
    }

    private static VehiclePlan paying(VehiclePlan plan, Pay pay, Optional<PkiCarKeys> given) {
        if (pay == Pay.STATION) {
            return plan;
        }
        PkiCarKeys keys =
                given.orElseThrow(
                        () -> new CarException("a contract needs certificates: give --pki DIR"));
        return switch (pay) {
            case CONTRACT, STATION -> plan.payingWith(keys.contract());
            case INSTALL -> plan.installing(keys.provisioning());
            case UPDATE -> plan.updating(keys.contract(), keys.provisioning());
        };
    }

    private static String word(Ending ending) {
        return switch (ending) {
            case Ending.Completed(StopCause cause) when cause == StopCause.PAUSED -> "paused";
            case Ending.Completed _ -> "completed";
            case Ending.Failed failed ->
                    failed.failure()
                            .getClass()
                            .getSimpleName()
                            .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                            .toLowerCase(java.util.Locale.ROOT);
        };
    }

    /** Watches the charge and does what the driver means to do when the goal is reached. */
    private final class Course implements SessionListener {

        private final Visit visit;
        private final Battery arrived = battery;
        private @Nullable EvccHost host;
        private @Nullable Instant delivering;
        private boolean left;

        Course(Visit visit) {
            this.visit = visit;
        }

        long wattHours() {
            return (battery.storedNanojoules() - arrived.storedNanojoules()) / NANOJOULES_PER_WH;
        }

        @Override
        public void observed(ChargePoint point) {
            listener.observed(point);
            battery = new Battery(battery.spec(), stored(point));
            if (delivering == null) {
                delivering = point.instant();
            }
            if (!left && reached(point, delivering)) {
                left = true;
                leave();
            }
        }

        /** The battery tells whole Wh only; less is never taken back. */
        private long stored(ChargePoint point) {
            return Math.max(battery.storedNanojoules(), point.storedWh() * NANOJOULES_PER_WH);
        }

        private boolean reached(ChargePoint point, Instant since) {
            return switch (visit.goal()) {
                case Goal.Loops(int loops) -> point.loop() >= loops;
                case Goal.Energy(long wanted) -> wattHours() >= wanted;
                case Goal.StateOfCharge(int permille) -> point.socPermille() >= permille;
                case Goal.Time(Duration time) ->
                        Duration.between(since, point.instant()).compareTo(time) >= 0;
            };
        }

        private void leave() {
            EvccHost running = host;
            if (running == null) {
                throw new IllegalStateException("nobody charges before the session runs");
            }
            switch (visit.leave()) {
                case STOP -> {
                    if (!(visit.goal() instanceof Goal.Loops)) {
                        running.stop();
                    }
                }
                case PAUSE -> {}
                case UNPLUG -> running.unplug();
                case EMERGENCY -> running.breakDown("the driver pushed the emergency stop");
            }
        }

        @Override
        public void paused(Bytes sessionId) {
            paused = sessionId;
            listener.paused(sessionId);
        }

        @Override
        public void entered(Phase phase) {
            listener.entered(phase);
        }

        @Override
        public void noted(String text) {
            listener.noted(text);
        }
    }
}
