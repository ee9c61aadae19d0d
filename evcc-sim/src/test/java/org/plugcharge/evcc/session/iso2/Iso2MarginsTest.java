package org.plugcharge.evcc.session.iso2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plugcharge.evcc.session.Now;
import org.plugcharge.v2g.iso2.EvseProcessing;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.timing.Margins;
import org.plugcharge.v2g.timing.Margins.Margin;

import java.time.Duration;
import java.util.List;

/** How near each timer of a car came to its limit. */
class Iso2MarginsTest {

    private final Ride ride = Ride.to(Ride.eim(), Stage.AwaitPaymentSelection.class);
    private final Iso2Margins margins = new Iso2Margins();

    private void take(Input input) {
        Step step = Evcc.step(ride.state, input, new Now(ride.now));
        ride.state = step.next();
        margins.stepped(input, step, ride.now);
    }

    private void authorization(EvseProcessing processing) {
        take(new Input.Received(V2gMessage.of(Station.SESSION, Station.authorization(processing))));
    }

    @Test
    void requestsAndPhasesCountAgainstTheirLimits() {
        take(new Input.Received(V2gMessage.of(Station.SESSION, Station.selection())));
        ride.after(Duration.ofMillis(400));
        authorization(EvseProcessing.ONGOING);
        ride.after(Duration.ofMillis(100));
        take(new Input.Fired(Timer.PACE));
        ride.after(Duration.ofMillis(1_500));
        authorization(EvseProcessing.FINISHED);
        ride.after(Duration.ofMillis(10));
        List<Margin> seen = margins.report(ride.now).margins();
        assertThat(seen)
                .contains(
                        new Margin(
                                "AuthorizationReq",
                                Duration.ofMillis(1_500),
                                Duration.ofSeconds(2)),
                        new Margin(
                                "ChargeParameterDiscoveryReq",
                                Duration.ofMillis(10),
                                Duration.ofSeconds(2)))
                .extracting(Margin::timer)
                .contains("ONGOING")
                .doesNotContain("PACE");
        assertThat(new Margins.Report(seen).nearest().orElseThrow().text())
                .isEqualTo("AuthorizationReq 1.5 of 2 s");
    }
}
