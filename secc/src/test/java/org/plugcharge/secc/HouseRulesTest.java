package org.plugcharge.secc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** Who may import whom, and what the cores never touch. */
class HouseRulesTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.plugcharge.secc");

    @Test
    void aSessionDoesNoInputOrOutput() {
        noClasses()
                .that()
                .resideInAPackage("..secc.session..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.netty..",
                        "org.springframework..",
                        "java.net..",
                        "java.nio.file..",
                        "java.sql..",
                        "org.slf4j..",
                        "java.util.concurrent..",
                        "..secc.host..",
                        "..secc.simulated..",
                        "org.plugcharge.plc..")
                .check(CLASSES);
    }

    @Test
    void aSessionReadsNoClockAndDrawsNoNumbers() {
        noClasses()
                .that()
                .resideInAPackage("..secc.session..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(
                        Clock.class, SecureRandom.class, ThreadLocalRandom.class, Thread.class)
                .check(CLASSES);
    }

    /** Protocols share nouns, not messages, codes or states. */
    @Test
    void noProtocolKnowsAnother() {
        knowsNothingOf("din70121", "iso2");
        knowsNothingOf("iso2", "din70121");
    }

    private static void knowsNothingOf(String one, String other) {
        noClasses()
                .that()
                .resideInAPackage("..secc.session." + one + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..session." + other + "..", "org.plugcharge.v2g." + other + "..")
                .check(CLASSES);
    }

    @Test
    void nobodyButTheHostKnowsTheHost() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..secc.host..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..host..")
                .check(CLASSES);
    }

    @Test
    void thePortsKnowNoMessage() {
        noClasses()
                .that()
                .resideInAPackage("..secc.evse..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.plugcharge.v2g..", "..secc.session..", "..secc.host..")
                .check(CLASSES);
    }

    @Test
    void anEmbedderInheritsNoSpring() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(CLASSES);
    }
}
