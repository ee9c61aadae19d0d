package org.plugcharge.evcc.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.plugcharge.certs.TestPki;
import org.plugcharge.evcc.hostile.Finding.Verdict;
import org.plugcharge.evcc.hostile.Misbehaviour.Need;
import org.plugcharge.v2g.appprotocol.AppProtocol;
import org.plugcharge.v2g.appprotocol.AppProtocolCodec;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolReq;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Every misbehaviour against our own station, over loopback. Each has a station to itself, and they
 * run side by side, for some do nothing but wait.
 */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class MisbehavioursHostTest {

    private static final int AT_ONCE = 24;

    private final TestPki pki = TestPki.create(7, Instant.now());

    @Test
    void ourStationDoesWhatItMust() throws Exception {
        List<Misbehaviour> quick =
                Misbehaviours.all().stream()
                        .filter(one ->
                                !one.needs().contains(Need.TIME) || Boolean.getBoolean("slow"))
                        .toList();
        List<Finding> findings = run(quick);
        assertThat(findings)
                .allSatisfy(finding ->
                        assertThat(finding.verdict())
                                .as("%s: %s", finding.misbehaviour().name(), finding.saw())
                                .isEqualTo(Verdict.PASS));
        assertThat(findings).hasSizeGreaterThan(50);
    }

    @Test
    void listLongerThanTheSchemaIsAsTheCodecWouldWriteIt() {
        List<AppProtocol> three =
                IntStream.range(0, 3)
                        .mapToObj(i -> new AppProtocol("urn:example:charging", 2, 0, i, i + 1))
                        .toList();
        assertThat(LongOffer.of(3))
                .isEqualTo(AppProtocolCodec.encode(new SupportedAppProtocolReq(three)));
    }

    @Test
    void everyNameIsThereOnce() {
        assertThat(Misbehaviours.all()).extracting(Misbehaviour::name).doesNotHaveDuplicates();
        assertThat(Misbehaviours.all())
                .allSatisfy(one -> assertThat(one.name()).matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }

    private List<Finding> run(List<Misbehaviour> all) throws Exception {
        Semaphore places = new Semaphore(AT_ONCE);
        try (ExecutorService cars = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Finding>> trials =
                    all.stream().map(one -> (Callable<Finding>) () -> run(one, places)).toList();
            return cars.invokeAll(trials).stream().map(Future::resultNow).toList();
        }
    }

    private Finding run(Misbehaviour misbehaviour, Semaphore places) throws Exception {
        places.acquire();
        try (Bench bench = new Bench(pki)) {
            return new Trials(bench.target(() -> Target.Heard.NOBODY)).run(misbehaviour);
        } finally {
            places.release();
        }
    }
}
