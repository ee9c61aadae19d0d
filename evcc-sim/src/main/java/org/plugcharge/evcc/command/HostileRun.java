package org.plugcharge.evcc.command;

import org.plugcharge.evcc.hostile.Finding;
import org.plugcharge.evcc.hostile.Misbehaviour;
import org.plugcharge.evcc.hostile.Trials;
import org.plugcharge.evcc.report.CaseResult;
import org.plugcharge.evcc.report.CaseResult.Status;

import java.util.List;

/** Misbehaviours at one station, a line each. */
final class HostileRun {

    private HostileRun() {}

    static List<CaseResult> run(Errand errand, List<Misbehaviour> chosen)
            throws InterruptedException {
        Trials trials =
                new Trials(
                        errand.target(errand.at().networkInterface(), errand.at().discoveryPort()));
        HostileOptions.head(errand.out());
        List<Finding> findings =
                trials.run(chosen, finding -> HostileOptions.line(errand.out(), finding));
        HostileOptions.foot(errand.out(), findings);
        return findings.stream().map(HostileRun::result).toList();
    }

    private static CaseResult result(Finding finding) {
        Misbehaviour one = finding.misbehaviour();
        return new CaseResult(
                "misbehaviour",
                one.name(),
                switch (finding.verdict()) {
                    case PASS -> Status.PASSED;
                    case FAIL -> Status.FAILED;
                    case NOT_TRIED -> Status.SKIPPED;
                },
                finding.saw(),
                finding.took(),
                List.of(),
                one.rows(),
                one.must());
    }
}
