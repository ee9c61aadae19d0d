package org.plugcharge.ca;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.plugcharge.ca");

    @Test
    void theCaKnowsNoOtherService() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.plugcharge.v2g..",
                        "org.plugcharge.pool..",
                        "org.plugcharge.csms..",
                        "org.plugcharge.ocpp..",
                        "org.plugcharge.secc..")
                .check(CLASSES);
    }

    @Test
    void certificatesAreBuiltElsewhere() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bouncycastle..")
                .check(CLASSES);
    }

    @Test
    void theClockIsHandedIn() {
        noClasses().should().callMethod(java.time.Instant.class, "now").check(CLASSES);
    }
}
