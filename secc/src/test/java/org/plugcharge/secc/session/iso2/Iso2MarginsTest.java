package org.plugcharge.secc.session.iso2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plugcharge.v2g.iso2.AuthorizationReq;
import org.plugcharge.v2g.iso2.CableCheckReq;
import org.plugcharge.v2g.iso2.ChargeProgress;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.timing.Margins;
import org.plugcharge.v2g.timing.Margins.Margin;

import java.time.Duration;
import java.util.Optional;

/** How near each timer of a session came to its limit. */
class Iso2MarginsTest {

    private final Walk walk = new Walk();
    private final Iso2Margins margins = new Iso2Margins();

    private void take(Input input) {
        Step step = Iso2Session.step(walk.state, input, walk.now());
        walk.state = step.next();
        margins.stepped(input, step, walk.at);
    }

    private void send(Iso2Request request) {
        take(Walk.received(request, walk.state.session().id(), null));
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
        walk.external();
        send(new AuthorizationReq(null, null));
        after(900);
        send(new AuthorizationReq(null, null));
        after(300);
        send(new AuthorizationReq(null, null));
        take(new Input.Authorized(new org.plugcharge.secc.evse.Authorization.Accepted()));
        after(100);
        send(new AuthorizationReq(null, null));
        assertThat(margin("SEQUENCE"))
                .contains(new Margin("SEQUENCE", Duration.ofMillis(900), Duration.ofSeconds(60)));
        assertThat(margin("AUTHORIZATION").orElseThrow().text())
                .isEqualTo("AUTHORIZATION 1.3 of 55 s");
        assertThat(margin("CONTACTOR")).isEmpty();
    }

    @Test
    void anAnswerThatWaitsForTheHardwareCountsAgainstItsPerformanceTime() {
        walk.ready();
        after(1_000);
        send(Walk.power(ChargeProgress.START));
        after(2_700);
        walk.contactor = org.plugcharge.secc.evse.EvseReading.Contactor.CLOSED;
        take(new Input.HardwareChanged());
        assertThat(margin("PowerDeliveryReq"))
                .contains(
                        new Margin(
                                "PowerDeliveryReq",
                                Duration.ofMillis(2_700),
                                Duration.ofMillis(4_500)));
        assertThat(margins.report(walk.at).nearest().orElseThrow().timer()).isEqualTo("CONTACTOR");
    }

    @Test
    void aTimerThatRanOutUsedAllOfItsTime() {
        walk.parametersKnown();
        send(new CableCheckReq(Walk.EV));
        after(38_000);
        take(new Input.Fired(Timer.CABLE_CHECK));
        Margins.Report report = margins.report(walk.at);
        assertThat(report.nearest().orElseThrow().timer()).isEqualTo("CABLE_CHECK");
        assertThat(report.nearest().orElseThrow().used()).isEqualTo(1);
        assertThat(report.text()).contains("CABLE_CHECK 38 of 38 s");
    }
}
