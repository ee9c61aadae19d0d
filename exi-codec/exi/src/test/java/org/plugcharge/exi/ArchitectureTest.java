package org.plugcharge.exi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.plugcharge.exi");

    /** The codec knows no message; it rests on nothing but Java. */
    @Test
    void restsOnNothing() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("org.plugcharge.exi..", "java..", "org.jspecify..")
                .check(CLASSES);
    }
}
