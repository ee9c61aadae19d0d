package org.plugcharge.evcc.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class PhasesTest {

    private Instant now = Instant.parse("2026-11-21T13:00:00Z");
    private final List<String> heard = new ArrayList<>();
    private final Phases phases =
            new Phases(
                    () -> now,
                    new Phases.Listener() {
                        @Override
                        public void began(Stage stage) {
                            heard.add("+" + stage);
                        }

                        @Override
                        public void ended(Phase phase) {
                            heard.add((phase.held() ? "-" : "!") + phase.stage());
                        }
                    });

    @Test
    void aStageEndsTheOneBeforeItAndBeginsOnce() {
        phases.begin(Stage.MATCH);
        now = now.plusMillis(300);
        phases.begin(Stage.MATCH);
        phases.detail("one station in sight");
        phases.begin(Stage.DISCOVER);
        now = now.plusMillis(2);
        phases.done();
        phases.done();
        assertThat(heard).containsExactly("+MATCH", "-MATCH", "+DISCOVER", "-DISCOVER");
        assertThat(phases.list())
                .extracting(Phase::duration)
                .containsExactly(Duration.ofMillis(300), Duration.ofMillis(2));
        assertThat(phases.list())
                .extracting(Phase::detail)
                .containsExactly("one station in sight", "");
    }

    @Test
    void aBrokenStageSaysWhy() {
        phases.begin(Stage.AUTHORISE);
        phases.fail("FAILED_CertChainError");
        assertThat(heard).containsExactly("+AUTHORISE", "!AUTHORISE");
        assertThat(phases.list().getFirst().held()).isFalse();
        assertThat(phases.list().getFirst().detail()).isEqualTo("FAILED_CertChainError");
    }
}
