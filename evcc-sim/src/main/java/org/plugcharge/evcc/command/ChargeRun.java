package org.plugcharge.evcc.command;

import org.plugcharge.evcc.host.CarBody;
import org.plugcharge.evcc.host.CarKeys;
import org.plugcharge.evcc.host.EvccHost;
import org.plugcharge.evcc.host.Journal;
import org.plugcharge.evcc.host.Link;
import org.plugcharge.evcc.host.Manner;
import org.plugcharge.evcc.host.Rehearsal;
import org.plugcharge.evcc.report.CaseResult;
import org.plugcharge.evcc.report.CaseResult.Status;
import org.plugcharge.evcc.report.CaseResult.VisitResult;
import org.plugcharge.evcc.report.Timing;
import org.plugcharge.evcc.script.Answer;
import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.ProtocolOffer;
import org.plugcharge.evcc.session.iso2.VehiclePlan;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One charge as the options say; Ctrl-C ends it in order. */
final class ChargeRun {

    private static final long FAREWELL_SECONDS = 12;
    private static final long BETWEEN_SESSIONS_MILLIS = 1_000;

    private ChargeRun() {}

    static CaseResult run(Errand errand, VehiclePlan plan, ProtocolOffer offer, Manner manner)
            throws InterruptedException {
        Rehearsal.run();
        Progress progress = new Progress(errand.out());
        if (errand.at().slac()) {
            errand.at().match(progress::noted);
        }
        long start = System.nanoTime();
        Journal journal = new Journal();
        Ending ending = session(errand, plan, offer, progress, journal, manner);
        if (errand.payment().againAtTheStation(ending)) {
            progress.noted("once more, paid at the station");
            Thread.sleep(BETWEEN_SESSIONS_MILLIS);
            ending = session(errand, plan.payingAtTheStation(), offer, progress, journal, manner);
        }
        progress.noted(ending.text());
        if (ending instanceof Ending.Failed failed) {
            progress.noted("failed: " + failed.failure());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        boolean good = ending instanceof Ending.Completed;
        return CaseResult.of(
                "session",
                "charge",
                good ? Status.PASSED : Status.FAILED,
                ending.text(),
                took,
                List.of(
                        new VisitResult(
                                good ? "completed" : "failed",
                                ending.text(),
                                took,
                                progress.wattHours(),
                                Timing.of(Answer.of(journal.entries())))));
    }

    private static Ending session(
            Errand errand,
            VehiclePlan plan,
            ProtocolOffer offer,
            Progress progress,
            Journal journal,
            Manner manner)
            throws InterruptedException {
        try (Link link = errand.approach().connect(progress::noted)) {
            return run(host(errand, plan, offer, link, progress, journal, manner));
        }
    }

    private static EvccHost host(
            Errand errand,
            VehiclePlan plan,
            ProtocolOffer offer,
            Link link,
            Progress progress,
            Journal journal,
            Manner manner) {
        CarKeys keys = errand.keys() == null ? CarKeys.NONE : errand.keys();
        return new EvccHost(plan, offer, link, keys, CarBody.SIMULATED, progress, journal, manner);
    }

    private static Ending run(EvccHost host) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        Thread farewell = new Thread(() -> farewell(host, ended), "evcc-farewell");
        Runtime.getRuntime().addShutdownHook(farewell);
        try {
            return host.run();
        } finally {
            ended.countDown();
            remove(farewell);
        }
    }

    private static void farewell(EvccHost host, CountDownLatch ended) {
        host.stop();
        try {
            if (!ended.await(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                host.unplug();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is being ended already, by this very hook.
        }
    }
}
