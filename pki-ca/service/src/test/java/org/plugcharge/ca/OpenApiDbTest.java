package org.plugcharge.ca;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;
import org.plugcharge.ca.RunningCa.Answer;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The description of the service against the code and against the running service. */
class OpenApiDbTest {

    private static final Answer DOCUMENT =
            RunningCa.send(RunningCa.request("/api/v1/openapi.json").build());

    @Test
    void itListsExactlyTheRoutesInTheCode() {
        Set<String> expected = new TreeSet<>(Set.of("post /ocsp", "get /ocsp/{request}"));
        for (JavaClass type :
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.plugcharge.ca")) {
            for (JavaMethod method : type.getMethods()) {
                routes(method)
                        .map(route -> route.replaceAll("\\{(\\w+):[^/]*}", "{$1}"))
                        .forEach(expected::add);
            }
        }
        assertThat(documented()).containsExactlyElementsOf(expected);
        assertThat(documented()).contains("post /.well-known/est/{ca}/simpleenroll/{version}");
        assertThat(DOCUMENT.text("openapi")).isEqualTo("3.1.0");
    }

    /** Nothing it lists is missing, and what it calls open needs no token. */
    @Test
    void everyRouteAnswers() {
        DOCUMENT.body()
                .path("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(operation ->
                                        answers(
                                                path.getKey(),
                                                operation.getKey(),
                                                operation.getValue())));
    }

    private static void answers(String path, String method, JsonNode operation) {
        boolean open = operation.path("security").isArray() && operation.path("security").isEmpty();
        String concrete =
                path.replace("{ca}", "cpo")
                        .replace("{version}", "ISO15118-2")
                        .replace("{curve}", "secp256r1")
                        .replaceAll("\\{\\w+}", "iso2.mo-root");
        int status =
                RunningCa.octets(
                                RunningCa.request(concrete)
                                        .method(
                                                method.toUpperCase(java.util.Locale.ROOT),
                                                method.equals("get")
                                                        ? BodyPublishers.noBody()
                                                        : BodyPublishers.ofString("{}"))
                                        .build())
                        .statusCode();
        assertThat(status == 401).as("%s %s: %d", method, path, status).isEqualTo(!open);
        assertThat(status).as("%s %s", method, path).isNotEqualTo(405).isLessThan(500);
    }

    private static Set<String> documented() {
        Set<String> found = new TreeSet<>();
        DOCUMENT.body()
                .path("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(operation ->
                                        found.add(operation.getKey() + " " + path.getKey())));
        return found;
    }

    private static Stream<String> routes(JavaMethod method) {
        return Stream.of(
                        routes("get", method, GetMapping.class),
                        routes("post", method, PostMapping.class),
                        routes("put", method, PutMapping.class),
                        routes("delete", method, DeleteMapping.class))
                .flatMap(found -> found);
    }

    private static Stream<String> routes(
            String verb,
            JavaMethod method,
            Class<? extends java.lang.annotation.Annotation> mapping) {
        if (!method.isAnnotatedWith(mapping)) {
            return Stream.empty();
        }
        var properties = method.getAnnotationOfType(mapping.getName()).getProperties();
        return Stream.of("value", "path")
                .map(properties::get)
                .filter(String[].class::isInstance)
                .flatMap(paths -> Stream.of((String[]) paths))
                .map(path -> verb + " " + path);
    }
}
