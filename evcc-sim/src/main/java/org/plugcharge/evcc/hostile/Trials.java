package org.plugcharge.evcc.hostile;

import org.plugcharge.evcc.host.CarException;
import org.plugcharge.evcc.hostile.Finding.Verdict;
import org.plugcharge.evcc.hostile.Misbehaviour.Need;
import org.plugcharge.v2g.iso2.ChargingSession;
import org.plugcharge.v2g.iso2.ServiceDiscoveryReq;
import org.plugcharge.v2g.iso2.SessionStopReq;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Does misbehaviours one after the other, and after each looks whether the next car is served. */
public final class Trials {

    private final Target target;

    /** Trials at this station. */
    public Trials(Target target) {
        this.target = target;
    }

    /** All of these in order, each told to {@code heard} when it is known. */
    public List<Finding> run(List<Misbehaviour> misbehaviours, Consumer<Finding> heard)
            throws InterruptedException {
        List<Finding> findings = new java.util.ArrayList<>();
        for (Misbehaviour misbehaviour : misbehaviours) {
            Finding finding = run(misbehaviour);
            heard.accept(finding);
            findings.add(finding);
        }
        return findings;
    }

    /** One of them. */
    public Finding run(Misbehaviour misbehaviour) throws InterruptedException {
        long start = System.nanoTime();
        Judged judged = judge(misbehaviour);
        return new Finding(
                misbehaviour,
                judged.verdict(),
                judged.saw(),
                Duration.ofNanos(System.nanoTime() - start));
    }

    private record Judged(Verdict verdict, String saw) {}

    private Judged judge(Misbehaviour misbehaviour) throws InterruptedException {
        List<Reaction> reactions;
        try {
            reactions = misbehaviour.deed().at(target);
        } catch (NotReached | CarException e) {
            return new Judged(Verdict.NOT_TRIED, String.valueOf(e.getMessage()));
        }
        Optional<Reaction> wrong =
                reactions.stream()
                        .filter(reaction -> !misbehaviour.demand().met().test(reaction))
                        .findFirst();
        if (wrong.isPresent()) {
            return new Judged(Verdict.FAIL, wrong.get().text());
        }
        return (misbehaviour.needs().contains(Need.DIN) ? dinAftermath() : aftermath())
                .map(trouble -> new Judged(Verdict.FAIL, "then did not serve: " + trouble))
                .orElseGet(() -> new Judged(Verdict.PASS, summary(reactions)));
    }

    /** What there is to say, each thing once. */
    private static String summary(List<Reaction> reactions) {
        LinkedHashSet<String> texts = new LinkedHashSet<>();
        reactions.forEach(reaction -> texts.add(reaction.text()));
        return String.join(", ", texts.stream().limit(3).toList())
                + (texts.size() > 3 ? " ..." : "");
    }

    /** The same by DIN SPEC 70121, where a station may speak nothing else. */
    private Optional<String> dinAftermath() throws InterruptedException {
        try (DinWalk walk = target.dinWalk(Stroll.Point.DISCOVERED)) {
            walk.ask(new org.plugcharge.v2g.din70121.SessionStopReq());
            return Optional.empty();
        } catch (NotReached | CarException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The next car comes, and is served within five seconds; what is in the way if it is not. */
    private Optional<String> aftermath() throws InterruptedException {
        try (Walk walk = target.walk(Stroll.Point.SET_UP)) {
            Reaction reaction = walk.ask(new ServiceDiscoveryReq(null, null));
            if (!Demand.undisturbed().met().test(reaction)) {
                return Optional.of(reaction.text());
            }
            walk.ask(new SessionStopReq(ChargingSession.TERMINATE));
            return Optional.empty();
        } catch (NotReached | CarException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
