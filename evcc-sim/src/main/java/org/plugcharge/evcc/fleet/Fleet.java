package org.plugcharge.evcc.fleet;

import org.plugcharge.evcc.host.SessionListener;
import org.plugcharge.evcc.hostile.Finding;
import org.plugcharge.evcc.hostile.Misbehaviour;
import org.plugcharge.evcc.hostile.Misbehaviour.Need;
import org.plugcharge.evcc.hostile.Misbehaviours;
import org.plugcharge.evcc.hostile.Trials;
import org.plugcharge.evcc.script.Script;
import org.plugcharge.evcc.script.ScriptRun;
import org.plugcharge.evcc.script.ScriptRun.Visited;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Many cars, each on a thread of its own. A car that finds all connectors taken waits for one; all
 * follow one script, but for those that misbehave.
 */
public final class Fleet {

    /** Those that do little but wait would hold a connector for the sake of nothing. */
    private static final Set<String> TOO_LONG = Set.of("silence", "trickle", "crowd", "truncated");

    private final FleetSettings settings;
    private final Script script;
    private final BlockingQueue<Stall> free;
    private final FleetSummary summary = new FleetSummary();
    private final List<Misbehaviour> misbehaviours;

    /** A fleet of cars that follow this script, at these connectors. */
    public Fleet(FleetSettings settings, Script script, List<Stall> stalls) {
        if (stalls.isEmpty()) {
            throw new IllegalArgumentException("expected one connector at least");
        }
        this.settings = settings;
        this.script = script;
        this.free = new LinkedBlockingQueue<>(stalls);
        this.misbehaviours = possible(stalls.getFirst());
    }

    private static List<Misbehaviour> possible(Stall stall) {
        boolean papers = stall.target().papers().isPresent();
        return Misbehaviours.all().stream()
                .filter(one -> !one.needs().contains(Need.TIME) && !TOO_LONG.contains(one.name()))
                .filter(one -> papers || !needsPapers(one))
                .toList();
    }

    private static boolean needsPapers(Misbehaviour one) {
        return one.needs().contains(Need.TLS) || one.needs().contains(Need.CONTRACT);
    }

    /** What is known so far. */
    public FleetSummary summary() {
        return summary;
    }

    /** Runs until the last car has left. */
    public FleetSummary run() throws InterruptedException {
        Random random = new Random(settings.seed());
        long start = System.nanoTime();
        try (ExecutorService cars = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < settings.cars(); i++) {
                sleepUntil(start + (long) (i / settings.perSecond() * 1e9));
                boolean misbehaves = random.nextDouble() * 100 < settings.misbehavingPercent();
                int way = random.nextInt(misbehaviours.size());
                summary.arrived();
                cars.execute(() -> car(misbehaves ? way : -1));
            }
        }
        return summary;
    }

    private static void sleepUntil(long nanos) throws InterruptedException {
        long left = nanos - System.nanoTime();
        if (left > 0) {
            Thread.sleep(Duration.ofNanos(left));
        }
    }

    private void car(int way) {
        try {
            Stall stall = free.take();
            try {
                if (way < 0) {
                    charge(stall);
                } else {
                    misbehave(stall, misbehaviours.get(way));
                }
            } finally {
                free.add(stall);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            summary.failed("interrupted");
        } catch (RuntimeException e) {
            summary.failed("fault of this program: " + e);
        } finally {
            summary.left();
        }
    }

    private void charge(Stall stall) throws InterruptedException {
        List<Visited> visits =
                new ScriptRun(script, _ -> stall.approach(), SessionListener.SILENT).run();
        visits.forEach(visit -> summary.answered(visit.answers()));
        List<String> objections = script.expect().objections(visits);
        if (objections.isEmpty()) {
            summary.charged(visits.stream().mapToLong(Visited::wattHours).sum());
        } else {
            summary.failed(cause(visits, objections));
        }
    }

    /** The last ending says more than that it is not the expected one. */
    private static String cause(List<Visited> visits, List<String> objections) {
        return visits.isEmpty()
                ? objections.getFirst()
                : visits.getLast().ending() + ": " + visits.getLast().endingText();
    }

    private void misbehave(Stall stall, Misbehaviour misbehaviour) throws InterruptedException {
        Finding finding = new Trials(stall.target()).run(misbehaviour);
        switch (finding.verdict()) {
            case PASS, NOT_TRIED -> summary.misbehaved();
            case FAIL -> summary.failed(misbehaviour.name() + ": " + finding.saw());
        }
    }
}
