package org.plugcharge.certs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plugcharge.certs.RevocationSnapshot.Policy;
import org.plugcharge.exi.Bytes;

import java.util.List;

/** Every evil chain gets its verdict, and the right ones beside them are right. */
class EvilCorpusTest {

    private static final Bytes SEED = Bytes.of((byte) 66);
    private static final List<EvilChain> ALL = EvilCorpus.all(SEED, TestClock.NOW);

    static List<EvilChain> all() {
        return ALL;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void isRefusedForItsReason(EvilChain evil) {
        assertThat(evil.verdict())
                .as("%s: %s", evil.id(), evil.fault())
                .isInstanceOfSatisfying(
                        Verdict.Rejected.class,
                        rejected -> {
                            assertThat(rejected.reason())
                                    .as("%s: %s", evil.id(), rejected)
                                    .isEqualTo(evil.expected());
                            assertThat(rejected.rule()).matches("[a-z0-9]+\\.[a-z0-9-]+");
                            assertThat(rejected.text()).isNotBlank();
                        });
    }

    @Test
    void thereAreManyAndEachHasAName() {
        assertThat(ALL).hasSizeGreaterThan(100);
        assertThat(ALL).extracting(EvilChain::id).doesNotHaveDuplicates();
        assertThat(ALL).extracting(EvilChain::id).allMatch(id -> id.matches("[a-z0-9-]+"));
        assertThat(ALL)
                .extracting(EvilChain::expected)
                .as("every reason there is")
                .contains(Reason.values());
    }

    @Test
    void theSameSeedGivesTheSameOctets() {
        assertThat(EvilCorpus.all(SEED, TestClock.NOW))
                .extracting(EvilChain::chain)
                .isEqualTo(ALL.stream().map(EvilChain::chain).toList());
    }

    /** Without this, a validator that refuses everything would pass. */
    @Test
    void whatIsNotBentIsRight() {
        EvilScene scene = new EvilScene(EvilCorpus.pki(SEED, TestClock.NOW));
        assertThat(
                        ChainValidator.validate(
                                scene.pki.chain(Iso2Profile.CONTRACT_LEAF),
                                Purpose.CONTRACT,
                                scene.pki.anchors(),
                                RevocationSnapshot.of(Policy.ALWAYS, EvilStatus.goodAnswers(scene)),
                                TestClock.NOW))
                .isInstanceOf(Verdict.Valid.class);
        for (EvilChain same :
                List.of(
                        scene.contract("x", "", scene.signed(scene.leaf()), Reason.MALFORMED),
                        scene.underSub2("x", "", scene.sub2(), Reason.MALFORMED))) {
            assertThat(same.verdict()).isInstanceOf(Verdict.Valid.class);
        }
    }
}
