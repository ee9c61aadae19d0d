package org.plugcharge.pool;

import org.plugcharge.certs.Entropy;
import org.plugcharge.pool.authority.ProvisioningSigners;
import org.plugcharge.pool.flow.Installations;
import org.plugcharge.pool.flow.Orders;
import org.plugcharge.pool.flow.Registrations;
import org.plugcharge.pool.flow.Updates;
import org.plugcharge.pool.rest.RestConfiguration;
import org.plugcharge.pool.store.PoolStore;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.security.SecureRandom;
import java.time.Clock;

/** Puts the pool together; everything is named here, nothing is scanned for. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(RestConfiguration.class)
class PoolConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Entropy entropy() {
        return Entropy.system(new SecureRandom());
    }

    @Bean
    PoolStore poolStore(JdbcClient sql, PlatformTransactionManager transactions) {
        return new PoolStore(sql, new TransactionTemplate(transactions));
    }

    @Bean
    ProvisioningSigners provisioningSigners(
            ContractPool.Options options, PoolStore store, Clock clock, Entropy entropy) {
        return new ProvisioningSigners(
                options.provisioningAuthorities(), store::anchors, clock, entropy);
    }

    @Bean
    Registrations registrations(ContractPool.Options options, PoolStore store, Clock clock) {
        return new Registrations(store, options.statuses(), clock);
    }

    @Bean
    Installations installations(ContractPool.Options options, PoolStore store, Clock clock) {
        return new Installations(store, options.statuses(), clock);
    }

    @Bean
    Updates updates(
            ContractPool.Options options,
            PoolStore store,
            ProvisioningSigners signers,
            Clock clock,
            Entropy entropy) {
        return new Updates(
                store,
                options.statuses(),
                options.provisioningAuthorities().getFirst(),
                signers,
                clock,
                entropy,
                options.exiCharacters());
    }

    @Bean
    Orders orders(
            ContractPool.Options options,
            PoolStore store,
            ProvisioningSigners signers,
            Clock clock,
            Entropy entropy) {
        return new Orders(
                store,
                options.provisioningAuthorities().getFirst(),
                signers,
                clock,
                entropy,
                options.exiCharacters());
    }
}
