package org.plugcharge.v2g;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.plugcharge.v2g");

    /** Messages are values: no certificates, sockets, threads, files or clocks. */
    @Test
    void restsOnTheCodecOnly() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "org.plugcharge.v2g..",
                        "org.plugcharge.exi..",
                        "java..",
                        "javax..",
                        "org.jspecify..",
                        "org.w3c.dom..",
                        "org.xml.sax..")
                .check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "java.nio..", "java.time..")
                .check(CLASSES);
    }

    /** The message sets do not know one another; all may use xmldsig. */
    @Test
    void setsAreApart() {
        noClasses()
                .that()
                .resideInAPackage("org.plugcharge.v2g.iso2..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.plugcharge.v2g.appprotocol..",
                        "org.plugcharge.v2g.din70121..",
                        "org.plugcharge.v2g.signature..",
                        "org.plugcharge.v2g.text..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("org.plugcharge.v2g.din70121..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.plugcharge.v2g.appprotocol..",
                        "org.plugcharge.v2g.iso2..",
                        "org.plugcharge.v2g.signature..",
                        "org.plugcharge.v2g.text..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage("org.plugcharge.v2g.xmldsig..", "org.plugcharge.v2g.v2gtp..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.plugcharge.v2g.iso2..",
                        "org.plugcharge.v2g.din70121..",
                        "org.plugcharge.v2g.appprotocol..")
                .check(CLASSES);
    }
}
