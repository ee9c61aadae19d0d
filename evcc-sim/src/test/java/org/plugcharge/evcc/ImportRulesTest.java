package org.plugcharge.evcc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

/** Who may import whom in this module. */
class ImportRulesTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.plugcharge.evcc");

    @Test
    void coreKnowsNoWorldOutside() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.plugcharge.evcc.session..", "org.plugcharge.evcc.battery..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..",
                        "java.net..",
                        "java.nio..",
                        "java.sql..",
                        "java.util.concurrent..",
                        "org.slf4j..",
                        "io.netty..",
                        "org.springframework..",
                        "org.plugcharge.certs..",
                        "org.plugcharge.secc..",
                        "org.plugcharge.evcc.host..",
                        "org.plugcharge.evcc.demo..")
                .check(CLASSES);
    }

    @Test
    void coreReadsNoClockAndDrawsNoNumbers() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.plugcharge.evcc.session..", "org.plugcharge.evcc.battery..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.util.Random.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
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
                .resideInAPackage("org.plugcharge.evcc.session." + one + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.plugcharge.evcc.session." + other + "..",
                        "org.plugcharge.v2g." + other + "..")
                .check(CLASSES);
    }

    @Test
    void hostKnowsNothingOfTheDemo() {
        noClasses()
                .that()
                .resideInAPackage("org.plugcharge.evcc.host..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.plugcharge.evcc.demo..",
                        "org.plugcharge.secc..",
                        "org.springframework..")
                .check(CLASSES);
    }
}
