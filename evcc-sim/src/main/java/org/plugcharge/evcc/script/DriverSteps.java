package org.plugcharge.evcc.script;

import org.jspecify.annotations.Nullable;
import org.plugcharge.evcc.script.Document.Value;
import org.plugcharge.evcc.script.Visit.Leave;
import org.plugcharge.evcc.script.Visit.Pay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes visits of the steps of a driver, in order. */
final class DriverSteps {

    private static final int MOST_STEPS = 1_000;
    private static final long HOUR_MS = 3_600_000;
    private static final String WORDS =
            "wait: TIME, pay: station|contract|install|update, plug in, resume, charge: AMOUNT,"
                    + " renegotiate, stop, pause, unplug, emergency";

    private final List<Visit> visits = new ArrayList<>();
    private Duration wait = Duration.ZERO;
    private Pay pay = Pay.STATION;
    private boolean plugged;
    private boolean resumes;
    private int renegotiateAfter;
    private @Nullable Goal goal;

    List<Visit> read(Value steps) {
        List<Value> all = steps.list();
        if (all.isEmpty() || all.size() > MOST_STEPS) {
            throw steps.wrong("expected 1 to " + MOST_STEPS + " steps, found " + all.size());
        }
        all.forEach(this::step);
        if (plugged) {
            leave(all.getLast(), Leave.STOP);
        }
        if (visits.isEmpty()) {
            throw steps.wrong("nobody plugs in");
        }
        return visits;
    }

    private void step(Value step) {
        if (step.isText()) {
            word(step);
            return;
        }
        Map<String, Value> entries = step.entries();
        if (entries.size() != 1) {
            throw step.wrong("expected one thing a step; there are: " + WORDS);
        }
        entries.forEach((word, value) -> {
            switch (word) {
                case "wait" -> waitFor(value);
                case "pay" -> pay(value);
                case "charge" -> charge(value);
                default -> throw step.wrong(unknown(word));
            }
        });
    }

    private void word(Value step) {
        switch (step.text()) {
            case "plug in" -> plugIn(step, false);
            case "resume" -> plugIn(step, true);
            case "renegotiate" -> renegotiate(step);
            case "stop" -> leave(step, Leave.STOP);
            case "pause" -> leave(step, Leave.PAUSE);
            case "unplug" -> leave(step, Leave.UNPLUG);
            case "emergency" -> leave(step, Leave.EMERGENCY);
            case String word -> throw step.wrong(unknown(word));
        }
    }

    private static String unknown(String word) {
        return "unknown step " + word + "; there are: " + WORDS;
    }

    private void waitFor(Value value) {
        if (plugged) {
            throw value.wrong("a driver waits before plugging in; in a session say charge: TIME");
        }
        wait = wait.plus(ScriptFile.time(value, HOUR_MS));
    }

    private void pay(Value value) {
        if (plugged) {
            throw value.wrong("pay comes before plug in");
        }
        try {
            pay = Pay.valueOf(value.text().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw value.wrong(
                    "expected station, contract, install or update, found " + value.text());
        }
    }

    private void plugIn(Value step, boolean again) {
        if (plugged) {
            throw step.wrong("it is plugged in already");
        }
        boolean paused = !visits.isEmpty() && visits.getLast().leave() == Leave.PAUSE;
        if (again && !paused) {
            throw step.wrong("resume comes after pause");
        }
        plugged = true;
        resumes = again;
    }

    private void charge(Value value) {
        if (!plugged) {
            throw value.wrong("charge comes after plug in");
        }
        Goal wanted = goal(value);
        if (goal != null && renegotiateAfter == 0) {
            throw value.wrong("one charge is enough; renegotiate comes between two");
        }
        goal =
                goal instanceof Goal.Loops(int before) && wanted instanceof Goal.Loops(int more)
                        ? new Goal.Loops(before + more)
                        : wanted;
    }

    private static Goal goal(Value value) {
        Quantity quantity = value.quantity();
        return switch (quantity.unit()) {
            case LOOPS -> new Goal.Loops((int) value.quantity(Quantity.Unit.LOOPS, 1, 1_000_000));
            case ENERGY ->
                    new Goal.Energy(
                            value.quantity(Quantity.Unit.ENERGY, 1_000, 2_000_000_000L) / 1_000);
            case SHARE ->
                    new Goal.StateOfCharge((int) value.quantity(Quantity.Unit.SHARE, 1, 1_000));
            case TIME -> new Goal.Time(ScriptFile.time(value, 24 * HOUR_MS));
            case CURRENT, VOLTAGE, POWER ->
                    throw value.wrong("expected loops, Wh, %, or a time; found " + value.text());
        };
    }

    private void renegotiate(Value step) {
        if (!(goal instanceof Goal.Loops(int loops)) || renegotiateAfter != 0) {
            throw step.wrong("renegotiate comes once, after charge: N loops");
        }
        renegotiateAfter = loops;
    }

    private void leave(Value step, Leave how) {
        if (!plugged) {
            throw step.wrong(step.text() + " comes after plug in");
        }
        Goal charged =
                Optional.ofNullable(goal)
                        .orElseThrow(() -> step.wrong("nothing was charged: charge: AMOUNT"));
        if (how == Leave.PAUSE && !(charged instanceof Goal.Loops)) {
            throw step.wrong("pause comes after charge: N loops");
        }
        visits.add(new Visit(wait, resumes, pay, renegotiateAfter, charged, how));
        wait = Duration.ZERO;
        plugged = false;
        renegotiateAfter = 0;
        goal = null;
    }
}
