package org.plugcharge.ocpp.station;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

class ImportRulesTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.plugcharge.ocpp.station");

    @Test
    void anEmbedderInheritsNoSpringAndNoV2gMessage() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "java.sql..",
                        "org.plugcharge.v2g..",
                        "org.plugcharge.secc.session..",
                        "org.plugcharge.secc.host..",
                        "org.plugcharge.csms..")
                .check(CLASSES);
    }

    @Test
    void theRecorderTouchesNoOutside() {
        noClasses()
                .that()
                .haveSimpleName("TransactionRecorder")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.netty..", "java.io..", "java.nio..", "org.slf4j..")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .check(CLASSES);
    }
}
