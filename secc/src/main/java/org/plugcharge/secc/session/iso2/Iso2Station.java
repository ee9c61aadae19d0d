package org.plugcharge.secc.session.iso2;

import org.plugcharge.certs.CertificateChain;
import org.plugcharge.secc.evse.Authorization.Refusal;
import org.plugcharge.secc.evse.EvseLimits;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a station is in one session.
 *
 * @param evseId as the vehicle and the back end know the connector, 7 to 37 characters
 * @param encrypted whether the connection is TLS; without it no contract is offered [V2G2-633]
 * @param external whether somebody may identify at the station (EIM)
 * @param contract whether contracts are taken (Plug and Charge)
 * @param installation whether contract certificates can be installed
 * @param contractCheck what the station itself finds wrong with a contract chain before anybody is
 *     asked
 * @param limits what the connector can deliver
 * @param offeredWatts what the charging schedule offers; at most the limit of the connector
 * @param meterInterval how often the meter is told to the back end while energy flows
 * @param policy what the operator decided
 */
public record Iso2Station(
        String evseId,
        boolean encrypted,
        boolean external,
        boolean contract,
        boolean installation,
        ContractCheck contractCheck,
        EvseLimits limits,
        int offeredWatts,
        Duration meterInterval,
        StationPolicy policy) {

    /** What a station can say of a contract chain by itself, pure. */
    @FunctionalInterface
    public interface ContractCheck {

        /** Leaves every chain to the back end: for stations that hold no mobility operator root. */
        ContractCheck CENTRAL = (chain, at) -> Optional.empty();

        /**
         * Why the chain is refused at {@code at}; empty when the station has nothing against it.
         */
        Optional<Refusal> objection(CertificateChain chain, Instant at);
    }

    /** Contracts only over TLS [V2G2-633]. */
    boolean offersContract() {
        return contract && encrypted;
    }

    boolean offersInstallation() {
        return installation && offersContract();
    }
}
