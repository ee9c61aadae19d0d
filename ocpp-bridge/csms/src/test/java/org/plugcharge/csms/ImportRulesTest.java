package org.plugcharge.csms;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

class ImportRulesTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.plugcharge.csms");

    @Test
    void ratingAndContractDecisionsTouchNoOutside() {
        noClasses()
                .that()
                .resideInAnyPackage("org.plugcharge.csms.rating", "org.plugcharge.csms.contract")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "io.netty..",
                        "java.sql..",
                        "java.io..",
                        "java.nio.file..",
                        "java.net..",
                        "org.slf4j..",
                        "org.plugcharge.csms.store..",
                        "org.plugcharge.csms.host..",
                        "org.plugcharge.csms.backend..")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .check(CLASSES);
    }

    @Test
    void moneyIsNeverAFloat() {
        noClasses()
                .that()
                .resideInAPackage("org.plugcharge.csms.rating")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.Double")
                .orShould()
                .callMethod(java.math.BigDecimal.class, "doubleValue")
                .check(CLASSES);
    }

    @Test
    void theCsmsKnowsNoStationCode() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.plugcharge.ocpp.station..",
                        "org.plugcharge.secc..",
                        "org.plugcharge.v2g..")
                .check(CLASSES);
    }
}
