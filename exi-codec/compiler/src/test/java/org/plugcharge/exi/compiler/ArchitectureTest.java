package org.plugcharge.exi.compiler;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.plugcharge.exi.compiler");

    /** The compiler knows annotations, and no codec or message. */
    @Test
    void restsOnTheAnnotationsOnly() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "org.plugcharge.exi.compiler..",
                        "org.plugcharge.exi.schema..",
                        "java..",
                        "javax..",
                        "org.jspecify..")
                .check(CLASSES);
    }
}
