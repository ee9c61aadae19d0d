package org.plugcharge.evcc.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.plugcharge.certs.EvilCorpus;
import org.plugcharge.certs.TestPki;
import org.plugcharge.evcc.hostile.Finding.Verdict;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.iso2.AuthorizationRes;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Evil contract chains at a station that trusts the roots they are made under. */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class EvilContractsHostTest {

    private static final Bytes SEED = Bytes.of("evcc-sim".getBytes(StandardCharsets.UTF_8));

    private final Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final TestPki pki = EvilCorpus.pki(SEED, at);

    @Test
    void everyOneIsRefused() throws Exception {
        List<Misbehaviour> all = EvilContracts.of(SEED, at);
        assertThat(all).hasSizeGreaterThan(20);
        try (Bench bench = new Bench(pki)) {
            assertThat(new Trials(bench.target(() -> Target.Heard.NOBODY)).run(all, _ -> {}))
                    .allSatisfy(finding ->
                            assertThat(finding.verdict())
                                    .as("%s: %s", finding.misbehaviour().name(), finding.saw())
                                    .isEqualTo(Verdict.PASS));
        }
    }

    @Test
    void theRightChainOfTheSamePkiIsTaken() throws Exception {
        try (Bench bench = new Bench(pki)) {
            Target target = bench.target(() -> Target.Heard.NOBODY);
            Papers papers = Papers.of(pki);
            try (Walk walk = target.walk(target::secured, Stroll.Point.DISCOVERED)) {
                Reaction reaction =
                        walk.payWith(papers.emaid(), papers.contract(), papers.contractKey());
                assertThat(((Reaction.Answered) reaction).response())
                        .get()
                        .isInstanceOfSatisfying(
                                AuthorizationRes.class,
                                response -> assertThat(response.responseCode().failed()).isFalse());
            }
        }
    }
}
