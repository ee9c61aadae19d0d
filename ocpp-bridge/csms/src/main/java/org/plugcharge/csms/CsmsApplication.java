package org.plugcharge.csms;

import org.plugcharge.certs.host.OcspFetcher;
import org.plugcharge.csms.backend.ContractJudge;
import org.plugcharge.csms.backend.ContractRoots;
import org.plugcharge.csms.rating.Plausibility;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

import java.time.Clock;
import java.time.Duration;

/** What the service is put together from. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan("org.plugcharge.csms")
class CsmsApplication {

    /** How long all OCSP responders of a chain together may take. */
    private static final Duration OCSP = Duration.ofSeconds(3);

    @Bean
    Clock clock(CsmsOptions options) {
        return options.clock();
    }

    @Bean
    Plausibility plausibility(CsmsOptions options) {
        return options.plausibility();
    }

    @Bean
    OcspFetcher ocspFetcher() {
        return new OcspFetcher(OCSP);
    }

    @Bean
    ContractRoots contractRoots(CsmsOptions options) {
        return new ContractRoots(options.roots(), options.authority(), options.clock());
    }

    @Bean
    ContractJudge contractJudge(ContractRoots roots, OcspFetcher fetcher, Clock clock) {
        return new ContractJudge(roots, fetcher, clock);
    }
}
