package org.plugcharge.pool.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plugcharge.certs.Emaid;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.IdentifierException;
import org.plugcharge.certs.Pcid;
import org.plugcharge.exi.Bytes;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class ContractOrderTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Term TERM = new Term(NOW, NOW.plusSeconds(86_400));
    private static final ContractOrder ORDER =
            new ContractOrder(new Emaid("DEPNCC00000001"), new Pcid("WPCTESTVEHICLE001"), TERM);

    private static Optional<PooledContract> before(PooledContract.State state, Term term) {
        return Optional.of(
                new PooledContract(
                        ORDER.emaid(),
                        ORDER.pcid(),
                        term,
                        state,
                        NOW,
                        term.ends(),
                        Optional.empty(),
                        List.of()));
    }

    @Test
    void newOrderIsSigned() {
        assertThat(ORDER.judge(true, Optional.empty(), NOW)).isEqualTo(new ContractOrder.Sign());
    }

    @ParameterizedTest
    @CsvSource({"ORDERED, Sign", "LAPSED, Sign", "READY, Repeat", "CANCELLED, Refused"})
    void repeatedOrderDependsOnHowFarTheFirstCame(PooledContract.State state, String verdict) {
        assertThat(ORDER.judge(true, before(state, TERM), NOW).getClass().getSimpleName())
                .isEqualTo(verdict);
    }

    @Test
    void otherTermIsAnotherOrder() {
        Term other = new Term(NOW, NOW.plusSeconds(1));
        assertThat(ORDER.judge(true, before(PooledContract.State.READY, other), NOW))
                .isInstanceOfSatisfying(
                        ContractOrder.Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo(ContractOrder.Reason.OTHER_TERM));
    }

    @Test
    void unknownVehicleAndPastTermAreRefused() {
        assertThat(ORDER.judge(false, Optional.empty(), NOW))
                .isInstanceOfSatisfying(
                        ContractOrder.Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo(ContractOrder.Reason.VEHICLE_UNKNOWN));
        assertThat(ORDER.judge(true, Optional.empty(), TERM.ends()))
                .isInstanceOfSatisfying(
                        ContractOrder.Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo(ContractOrder.Reason.TERM_OVER));
    }

    @Test
    void termHasALength() {
        assertThatThrownBy(() -> new Term(NOW, NOW)).hasMessageContaining("begins before it ends");
    }

    @Test
    void fractionsOfASecondMakeNoOtherTerm() {
        assertThat(new Term(NOW.plusNanos(1), TERM.ends().plusNanos(999_999_999))).isEqualTo(TERM);
    }

    @Test
    void mintedEmaidsAreTheProvidersAndDiffer() {
        Entropy entropy = Entropy.seeded(Bytes.EMPTY, "mint");
        Set<Emaid> minted = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            Emaid emaid = EmaidMint.mint("DE", "PNC", entropy.next(EmaidMint.OCTETS));
            assertThat(emaid.account()).startsWith("DEPNC").hasSize(14);
            assertThat(Emaid.parse(emaid.canonical())).isEqualTo(emaid);
            minted.add(emaid);
        }
        assertThat(minted).hasSize(1000);
    }

    @Test
    void countryAndProviderMustBeSuch() {
        Bytes random = Bytes.of(new byte[9]);
        assertThatThrownBy(() -> EmaidMint.mint("D3", "PNC", random))
                .isInstanceOf(IdentifierException.class);
        assertThatThrownBy(() -> EmaidMint.mint("DE", "PN", random))
                .isInstanceOf(IdentifierException.class);
    }
}
