package org.plugcharge.evcc.report;

import org.plugcharge.evcc.report.CaseResult.Status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** All results of one run of the command. */
public record Report(Instant began, Duration took, List<CaseResult> cases) {

    /** Copies. */
    public Report {
        cases = List.copyOf(cases);
    }

    /** How many went so. */
    public long count(Status status) {
        return cases.stream().filter(one -> one.status() == status).count();
    }

    /** Whether none failed. */
    public boolean good() {
        return count(Status.FAILED) == 0;
    }
}
