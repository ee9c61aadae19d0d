package org.plugcharge.pool.rest;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import tools.jackson.databind.json.JsonMapper;

/** The controllers, and the gate before them. */
@Configuration(proxyBeanMethods = false)
@Import({
    VehicleController.class,
    ContractController.class,
    InstallationController.class,
    EventController.class,
    HealthController.class,
    Problems.class
})
public class RestConfiguration {

    @Bean
    FilterRegistrationBean<Gate> gate(Grants grants, JsonMapper json) {
        return new FilterRegistrationBean<>(new Gate(grants.all(), json));
    }
}
