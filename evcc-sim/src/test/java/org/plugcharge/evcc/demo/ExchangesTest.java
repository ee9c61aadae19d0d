package org.plugcharge.evcc.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plugcharge.evcc.demo.Timeline.Entry;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

class ExchangesTest {

    private static final Instant START = Instant.parse("2026-11-21T13:00:00Z");

    @Test
    void anAnswerHasTheSameNameAndTheOtherDirection() {
        Exchanges exchanges =
                Exchanges.of(
                        List.of(
                                entry(0, Lane.CAR, Lane.STATION, Layer.V2G, "SessionSetupReq"),
                                entry(3, Lane.STATION, Lane.CSMS, Layer.OCPP, "AuthorizeRequest"),
                                entry(5, Lane.STATION, Lane.CAR, Layer.V2G, "SessionSetupRes"),
                                entry(
                                        9,
                                        Lane.CSMS,
                                        Lane.STATION,
                                        Layer.OCPP,
                                        "AuthorizeResponse")));
        assertThat(exchanges.responseTime(0)).isEmpty();
        assertThat(exchanges.responseTime(2)).contains(Duration.ofMillis(5));
        assertThat(exchanges.responseTime(3)).contains(Duration.ofMillis(6));
        assertThat(exchanges.unanswered()).isEmpty();
    }

    @Test
    void aWrongAnswerIsNone() {
        Entry request = entry(0, Lane.CAR, Lane.STATION, Layer.V2G, "SessionSetupReq");
        Exchanges exchanges =
                Exchanges.of(
                        List.of(
                                request,
                                entry(1, Lane.STATION, Lane.CAR, Layer.V2G, "ServiceDiscoveryRes"),
                                entry(2, Lane.CAR, Lane.STATION, Layer.V2G, "SessionSetupRes"),
                                entry(3, Lane.STATION, Lane.CAR, Layer.OCPP, "SessionSetupRes")));
        assertThat(exchanges.unanswered()).containsExactly(request);
        assertThat(exchanges.responseTimes(Layer.V2G).count()).isZero();
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() {
        Exchanges exchanges =
                Exchanges.of(
                        List.of(
                                entry(0, Lane.CSMS, Lane.POOL, Layer.HTTP, "POST /contracts"),
                                entry(1, Lane.CSMS, Lane.POOL, Layer.HTTP, "GET /contracts/1"),
                                entry(4, Lane.POOL, Lane.CSMS, Layer.HTTP, "201 Created"),
                                entry(9, Lane.POOL, Lane.CSMS, Layer.HTTP, "404 Not Found")));
        assertThat(exchanges.responseTimes(Layer.HTTP).sorted())
                .containsExactly(Duration.ofMillis(4), Duration.ofMillis(8));
    }

    @Test
    void aRepeatedDatagramCountsOnce() {
        Exchanges exchanges =
                Exchanges.of(
                        List.of(
                                entry(0, Lane.CAR, Lane.STATION, Layer.SDP, "SECCDiscoveryReq"),
                                entry(250, Lane.CAR, Lane.STATION, Layer.SDP, "SECCDiscoveryReq"),
                                entry(252, Lane.STATION, Lane.CAR, Layer.SDP, "SECCDiscoveryRes"),
                                entry(300, Lane.CAR, Lane.STATION, Layer.SLAC, "CM_SLAC_PARM.REQ"),
                                entry(
                                        309,
                                        Lane.STATION,
                                        Lane.CAR,
                                        Layer.SLAC,
                                        "CM_SLAC_PARM.CNF")));
        assertThat(exchanges.responseTime(2)).contains(Duration.ofMillis(2));
        assertThat(exchanges.responseTime(4)).contains(Duration.ofMillis(9));
        assertThat(exchanges.unanswered()).isEmpty();
    }

    @Test
    void medianAndNinetyNinthAreNearestRanks() {
        ResponseTimes times =
                ResponseTimes.of(
                        IntStream.rangeClosed(1, 200)
                                .map(i -> 201 - i)
                                .mapToObj(Duration::ofMillis)
                                .toList());
        assertThat(times.median()).isEqualTo(Duration.ofMillis(100));
        assertThat(times.p99()).isEqualTo(Duration.ofMillis(198));
        assertThat(ResponseTimes.of(List.of()).p99()).isZero();
        assertThat(ResponseTimes.of(List.of(Duration.ofMillis(7))).median())
                .isEqualTo(Duration.ofMillis(7));
    }

    @Test
    void hardwareCommandsAreNoMessages() {
        KeyFigures figures =
                KeyFigures.of(
                        List.of(
                                entry(
                                        0,
                                        Lane.STATION,
                                        Lane.STATION,
                                        Layer.EVSE,
                                        "contactor closed"),
                                entry(1, Lane.CAR, Lane.STATION, Layer.V2G, "SessionStopReq"),
                                entry(3, Lane.STATION, Lane.CAR, Layer.V2G, "SessionStopRes")),
                        Duration.ofSeconds(1),
                        BigDecimal.TEN);
        assertThat(figures.messages()).isEqualTo(2);
        assertThat(figures.answers()).isEqualTo(1);
        assertThat(figures.responseMedian()).isEqualTo(Duration.ofMillis(2));
    }

    @Test
    void aTimelineIsInOrderOfTime() {
        Timeline timeline = new Timeline();
        Entry late = entry(5, Lane.CAR, Lane.STATION, Layer.V2G, "b");
        Entry early = entry(1, Lane.CAR, Lane.STATION, Layer.V2G, "a");
        Entry sameInstant = entry(5, Lane.CAR, Lane.STATION, Layer.V2G, "c");
        timeline.add(late);
        timeline.add(sameInstant);
        timeline.add(early);
        assertThat(timeline.entries()).containsExactly(early, late, sameInstant);
    }

    static Entry entry(int millis, Lane from, Lane to, Layer layer, String title) {
        return new Entry(START.plusMillis(millis), from, to, layer, title, "", null, false);
    }
}
