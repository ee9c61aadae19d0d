package org.plugcharge.pool;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;

/** Who may import whom in this module, and what the core may not touch. */
class ArchitectureTest {

    private static final JavaClasses MODULE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.plugcharge.pool");

    @Test
    void coreDoesNoInputAndOutput() {
        noClasses()
                .that()
                .resideInAPackage("org.plugcharge.pool.provisioning")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "org.slf4j..",
                        "java.sql..",
                        "java.io..",
                        "java.net..",
                        "java.nio..",
                        "java.util.concurrent..",
                        "org.plugcharge.certs.host..",
                        "org.plugcharge.pool.store..",
                        "org.plugcharge.pool.authority..",
                        "org.plugcharge.pool.flow..",
                        "org.plugcharge.pool.rest..")
                .check(MODULE);
    }

    @Test
    void coreReadsNoClockAndDrawsNoRandomOctets() {
        noClasses()
                .that()
                .resideInAPackage("org.plugcharge.pool.provisioning")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(SecureRandom.class, Clock.class, Thread.class)
                .check(MODULE);
    }

    @Test
    void nobodyKnowsTheRestLayer() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.plugcharge.pool.flow",
                        "org.plugcharge.pool.store",
                        "org.plugcharge.pool.authority")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.plugcharge.pool.rest")
                .check(MODULE);
    }

    @Test
    void otherServicesAreNotImported() {
        noClasses()
                .that()
                .resideInAPackage("org.plugcharge.pool..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.plugcharge.ca..",
                        "org.plugcharge.csms..",
                        "org.plugcharge.secc..",
                        "org.plugcharge.ocpp..")
                .check(MODULE);
    }
}
