package org.plugcharge.plc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;

/** Who may import whom in this module, and what the cores may not touch. */
@NullMarked
class ArchitectureTest {

    private static final JavaClasses MODULE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.plugcharge.plc");

    @Test
    void dependsOnNothingButOctets() {
        classes()
                .that()
                .resideInAPackage("org.plugcharge.plc..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.plugcharge.plc..", "org.plugcharge.exi", "java..", "org.jspecify..")
                .check(MODULE);
    }

    @Test
    void coresDoNoInputAndOutput() {
        noClasses()
                .that()
                .resideInAnyPackage("org.plugcharge.plc.slac", "org.plugcharge.plc.mme")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net..",
                        "java.nio.channels..",
                        "java.nio.file..",
                        "java.sql..",
                        "java.util.concurrent..",
                        "java.lang.foreign..",
                        "org.plugcharge.plc.segment..")
                .check(MODULE);
    }

    @Test
    void coresReadNoClockAndDrawNoRandomOctets() {
        noClasses()
                .that()
                .resideInAnyPackage("org.plugcharge.plc.slac", "org.plugcharge.plc.mme")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(SecureRandom.class, Clock.class, Thread.class)
                .check(MODULE);
    }

    @Test
    void messagesKnowNoMatching() {
        noClasses()
                .that()
                .resideInAPackage("org.plugcharge.plc.mme")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.plugcharge.plc.slac", "org.plugcharge.plc.segment")
                .check(MODULE);
    }
}
