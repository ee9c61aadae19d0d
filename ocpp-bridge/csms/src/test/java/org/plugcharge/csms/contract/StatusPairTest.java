package org.plugcharge.csms.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plugcharge.ocpp.v201.AuthorizationStatus;
import org.plugcharge.ocpp.v201.CertificateStatus;

/** C07.FR.13 to C07.FR.17. */
class StatusPairTest {

    @ParameterizedTest
    @EnumSource(AuthorizationStatus.class)
    void onlyAValidChainAndAnAcceptedTokenAreAccepted(AuthorizationStatus token) {
        for (ChainFinding.Kind chain : ChainFinding.Kind.values()) {
            StatusPair pair = StatusPair.of(chain, token);
            boolean accepted =
                    pair.certificate() == CertificateStatus.ACCEPTED
                            && pair.token() == AuthorizationStatus.ACCEPTED;
            assertThat(accepted)
                    .isEqualTo(
                            chain == ChainFinding.Kind.VALID
                                    && token == AuthorizationStatus.ACCEPTED);
        }
    }

    @Test
    void thePairsOfTheErrata() {
        for (AuthorizationStatus token : AuthorizationStatus.values()) {
            assertThat(StatusPair.of(ChainFinding.Kind.EXPIRED, token)) // C07.FR.15
                    .isEqualTo(
                            new StatusPair(
                                    CertificateStatus.CERTIFICATE_EXPIRED,
                                    AuthorizationStatus.EXPIRED));
            assertThat(StatusPair.of(ChainFinding.Kind.REVOKED, token)) // C07.FR.16
                    .isEqualTo(
                            new StatusPair(
                                    CertificateStatus.CERTIFICATE_REVOKED,
                                    AuthorizationStatus.INVALID));
            assertThat(StatusPair.of(ChainFinding.Kind.WRONG, token)) // C07.FR.17
                    .isEqualTo(
                            new StatusPair(
                                    CertificateStatus.CERT_CHAIN_ERROR,
                                    AuthorizationStatus.INVALID));
        }
        assertThat(StatusPair.of(ChainFinding.Kind.VALID, AuthorizationStatus.UNKNOWN)) // C07.FR.13
                .isEqualTo(
                        new StatusPair(
                                CertificateStatus.CONTRACT_CANCELLED, AuthorizationStatus.UNKNOWN));
        assertThat(
                        StatusPair.of(
                                ChainFinding.Kind.VALID,
                                AuthorizationStatus.NO_CREDIT)) // C07.FR.14
                .isEqualTo(
                        new StatusPair(CertificateStatus.ACCEPTED, AuthorizationStatus.NO_CREDIT));
    }
}
