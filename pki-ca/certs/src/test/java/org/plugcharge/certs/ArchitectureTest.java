package org.plugcharge.certs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.plugcharge.certs");

    @Test
    void certsKnowsNoMessages() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.plugcharge.v2g..",
                        "org.springframework..",
                        "org.slf4j..",
                        "java.sql..")
                .check(CLASSES);
    }

    @Test
    void theCoreDoesNoInputOrOutput() {
        noClasses()
                .that()
                .resideInAnyPackage("org.plugcharge.certs", "org.plugcharge.certs.log")
                .and()
                .haveSimpleNameNotStartingWith("V2gPki")
                .and()
                .haveSimpleNameNotStartingWith("New")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.nio.file..",
                        "java.net.http..",
                        "javax.net..",
                        "io.netty..",
                        "org.plugcharge.certs.host..")
                .check(CLASSES);
    }

    @Test
    void theCoreReadsNoClock() {
        noClasses()
                .that()
                .resideInAnyPackage("org.plugcharge.certs", "org.plugcharge.certs.log")
                .and()
                .haveSimpleNameNotStartingWith("New")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(java.security.SecureRandom.class)
                .check(CLASSES);
    }

    @Test
    void nobodyRegistersAProvider() {
        noClasses()
                .should()
                .callMethod(
                        java.security.Security.class, "addProvider", java.security.Provider.class)
                .orShould()
                .callMethod(
                        java.security.Security.class,
                        "insertProviderAt",
                        java.security.Provider.class,
                        int.class)
                .check(CLASSES);
    }

    @Test
    void proofsAreMadeByPurposesOnly() {
        noClasses()
                .that()
                .haveSimpleNameNotStartingWith("Purpose")
                .and()
                .areNotAssignableTo(Verified.class)
                .should()
                .callConstructorWhere(
                        com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                                com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With
                                        .owner(
                                                com.tngtech.archunit.core.domain.JavaClass
                                                        .Predicates.assignableTo(Verified.class))))
                .check(CLASSES);
    }
}
