package org.plugcharge.v2g;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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
                .resideInAnyPackage("java.net..", "java.nio..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.plugcharge.v2g.timing")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.time..")
                .check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, InstantSource.class)
                .check(CLASSES);
    }

    /** Each set, with the sets it may know: all may use xmldsig, those of -20 what they share. */
    private static final Map<String, Set<String>> SETS =
            Map.of(
                    "appprotocol", Set.of(),
                    "din70121", Set.of(),
                    "iso2", Set.of(),
                    "iso20.commonmessages", Set.of(),
                    "iso20.ac", Set.of("iso20.acderiec", "iso20.acdersae"),
                    "iso20.acderiec", Set.of("iso20.ac"),
                    "iso20.acdersae", Set.of("iso20.ac"),
                    "iso20.dc", Set.of(),
                    "iso20.wpt", Set.of(),
                    "iso20.acdp", Set.of());

    @Test
    void setsAreApart() {
        SETS.forEach((set, known) ->
                apart(
                        set,
                        Stream.concat(
                                SETS.keySet().stream()
                                        .filter(other -> !other.equals(set))
                                        .filter(other -> !known.contains(other)),
                                Stream.of("signature", "text"))));
        apart("xmldsig", SETS.keySet().stream());
        apart("v2gtp", SETS.keySet().stream());
    }

    private static void apart(String one, Stream<String> others) {
        noClasses()
                .that()
                .resideInAPackage("org.plugcharge.v2g." + one)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        others.map(other -> "org.plugcharge.v2g." + other).toArray(String[]::new))
                .check(CLASSES);
    }

    @Test
    void everySetIsListed() {
        assertThat(MessageSet.values())
                .filteredOn(set -> set != MessageSet.XMLDSIG)
                .extracting(set ->
                        set.schemaFolder()
                                .replaceFirst("/org/plugcharge/v2g/(.*)/schema/.*", "$1")
                                .replace('/', '.'))
                .containsExactlyInAnyOrderElementsOf(SETS.keySet());
    }
}
