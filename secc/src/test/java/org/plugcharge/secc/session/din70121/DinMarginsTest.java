package org.plugcharge.secc.session.din70121;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plugcharge.secc.evse.Authorization;
import org.plugcharge.secc.evse.EvseReading.Contactor;
import org.plugcharge.v2g.din70121.CableCheckReq;
import org.plugcharge.v2g.din70121.ContractAuthenticationReq;
import org.plugcharge.v2g.din70121.Din70121Request;
import org.plugcharge.v2g.din70121.V2gMessage;
import org.plugcharge.v2g.timing.Margins;
import org.plugcharge.v2g.timing.Margins.Margin;

import java.time.Duration;
import java.util.Optional;

/** How near each timer of one session came to its limit. */
class DinMarginsTest {

    private final Walk walk = new Walk();
    private final DinMargins margins = new DinMargins();

    private void take(Input input) {
        Step step = Din70121Session.step(walk.state, input, walk.now());
        walk.state = step.next();
        margins.stepped(input, step, walk.at);
    }

    private void send(Din70121Request request) {
        take(new Input.Received(V2gMessage.of(walk.state.session().id(), request)));
    }

    private void after(long millis) {
        walk.at = walk.at.plusMillis(millis);
    }

    private Optional<Margin> margin(String timer) {
        return margins.report(walk.at).margins().stream()
                .filter(margin -> margin.timer().equals(timer))
                .findFirst();
    }

    @Test
    void theLongestWaitOfEachTimerIsKept() {
        walk.selected();
        send(new ContractAuthenticationReq(null, null));
        after(900);
        send(new ContractAuthenticationReq(null, null));
        after(300);
        send(new ContractAuthenticationReq(null, null));
        take(new Input.Authorized(new Authorization.Accepted()));
        after(100);
        send(new ContractAuthenticationReq(null, null));
        assertThat(margin("SEQUENCE"))
                .contains(new Margin("SEQUENCE", Duration.ofMillis(900), Duration.ofSeconds(60)));
        assertThat(margin("AUTHORIZATION").orElseThrow().text())
                .isEqualTo("AUTHORIZATION 1.3 of 95 s");
        assertThat(margin("CONTACTOR")).isEmpty();
    }

    /** An answer later than it should be shows as more than all of its time. */
    @Test
    void anAnswerThatWaitsForTheHardwareCountsAgainstItsPerformanceTime() {
        walk.preCharged();
        send(Walk.power(true));
        after(1_600);
        walk.contactor = Contactor.CLOSED;
        take(new Input.HardwareChanged());
        assertThat(margin("PowerDeliveryReq"))
                .contains(
                        new Margin(
                                "PowerDeliveryReq",
                                Duration.ofMillis(1_600),
                                Duration.ofMillis(1_500)));
        assertThat(margin("PowerDeliveryReq").orElseThrow().used()).isGreaterThan(1);
    }

    @Test
    void aTimerThatRanOutUsedAllOfItsTime() {
        walk.agreed();
        send(new CableCheckReq(Walk.EV));
        after(38_000);
        take(new Input.Fired(Timer.CABLE_CHECK));
        Margins.Report report = margins.report(walk.at);
        assertThat(report.nearest().orElseThrow().timer()).isEqualTo("CABLE_CHECK");
        assertThat(report.nearest().orElseThrow().used()).isEqualTo(1);
    }
}
