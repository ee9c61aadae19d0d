package org.plugcharge.evcc.command;

import org.plugcharge.evcc.host.Approach;
import org.plugcharge.evcc.host.PkiCarKeys;
import org.plugcharge.evcc.report.CaseResult;
import org.plugcharge.evcc.report.CaseResult.Status;
import org.plugcharge.evcc.report.CaseResult.VisitResult;
import org.plugcharge.evcc.report.Timing;
import org.plugcharge.evcc.script.Script;
import org.plugcharge.evcc.script.ScriptRun;
import org.plugcharge.evcc.script.ScriptRun.Visited;
import org.plugcharge.evcc.script.Visit.Pay;
import org.plugcharge.v2g.v2gtp.SdpSecurity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Scripts at one station, one after the other. */
final class ScriptsRun {

    private ScriptsRun() {}

    static List<CaseResult> run(Errand errand, List<Script> scripts) throws InterruptedException {
        List<CaseResult> results = new ArrayList<>();
        for (Script script : scripts) {
            results.add(run(errand, script));
        }
        return results;
    }

    private static CaseResult run(Errand errand, Script script) throws InterruptedException {
        Progress progress = new Progress(errand.out());
        progress.noted("script: " + script.name());
        long start = System.nanoTime();
        Optional<PkiCarKeys> keys =
                script.car()
                        .pki()
                        .map(PkiCarKeys::read)
                        .or(() -> Optional.ofNullable(errand.keys()));
        List<Visited> visits =
                new ScriptRun(script, pay -> approach(errand, script, keys, pay), progress).run();
        List<String> objections = script.expect().objections(visits);
        objections.forEach(progress::noted);
        progress.noted(objections.isEmpty() ? "as expected" : "not as expected");
        return CaseResult.of(
                "script",
                script.name(),
                objections.isEmpty() ? Status.PASSED : Status.FAILED,
                objections.isEmpty() ? "as expected" : String.join("; ", objections),
                Duration.ofNanos(System.nanoTime() - start),
                visits.stream().map(ScriptsRun::result).toList());
    }

    private static Approach approach(
            Errand errand, Script script, Optional<PkiCarKeys> keys, Pay pay) {
        boolean tls = script.car().tls() || errand.at().insistsOnTls() || pay != Pay.STATION;
        return errand.approach(
                tls ? SdpSecurity.TLS : SdpSecurity.NONE,
                errand.at().networkInterface(),
                errand.at().discoveryPort(),
                keys.orElse(null));
    }

    private static VisitResult result(Visited visit) {
        return new VisitResult(
                visit.ending(),
                visit.endingText(),
                visit.took(),
                visit.wattHours(),
                Timing.of(visit.answers()));
    }
}
