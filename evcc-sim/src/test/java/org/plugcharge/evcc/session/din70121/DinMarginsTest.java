package org.plugcharge.evcc.session.din70121;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plugcharge.evcc.session.Now;
import org.plugcharge.v2g.din70121.Din70121Response;
import org.plugcharge.v2g.din70121.V2gMessage;
import org.plugcharge.v2g.timing.Margins;
import org.plugcharge.v2g.timing.Margins.Margin;

import java.time.Duration;
import java.time.Instant;

/** How near each timer of a car came to its limit. */
class DinMarginsTest {

    private final DinMargins margins = new DinMargins();
    private State state = State.of(Ride.plan(2));
    private Instant now = Ride.START;

    private void take(Input input, long millisLater) {
        now = now.plusMillis(millisLater);
        Step step = DinCar.step(state, input, new Now(now));
        state = step.next();
        margins.stepped(input, step, now);
    }

    private void answer(Din70121Response response, long millisLater) {
        take(new Input.Received(V2gMessage.of(Station.SESSION, response)), millisLater);
    }

    @Test
    void requestsAndPhasesCountAgainstTheirLimits() {
        take(new Input.Begin(), 0);
        answer(Station.all().get(0), 700);
        answer(Station.all().get(1), 1_900);
        answer(Station.all().get(2), 100);
        Margins.Report report = margins.report(now.plusMillis(10));
        assertThat(report.margins())
                .contains(
                        new Margin(
                                "SessionSetupReq", Duration.ofMillis(700), Duration.ofSeconds(2)),
                        new Margin(
                                "ServiceDiscoveryReq",
                                Duration.ofMillis(1_900),
                                Duration.ofSeconds(2)),
                        new Margin(
                                "ContractAuthenticationReq",
                                Duration.ofMillis(10),
                                Duration.ofSeconds(2)))
                .extracting(Margin::timer)
                .contains("COMMUNICATION_SETUP", "READY_TO_CHARGE")
                .doesNotContain("PACE");
        assertThat(report.nearest().orElseThrow().text())
                .isEqualTo("ServiceDiscoveryReq 1.9 of 2 s");
    }
}
