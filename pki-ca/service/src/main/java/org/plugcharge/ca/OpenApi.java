package org.plugcharge.ca;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Describes the service as OpenAPI 3.1, from the routes that exist and the records they take and
 * give: what is not in it is not there, and the other way round.
 */
final class OpenApi {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(:(?:[^{}]|\\{[^}]*})*)?}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ObjectNode document = JSON.createObjectNode();
    private final ObjectNode paths = JSON.createObjectNode();
    private final ObjectNode schemas = JSON.createObjectNode();

    private OpenApi() {}

    /** The document for these routes. */
    static String of(RequestMappingHandlerMapping routes) {
        OpenApi api = new OpenApi();
        api.head();
        routes.getHandlerMethods().entrySet().stream()
                .filter(route -> isOurs(route.getValue()))
                .forEach(route -> api.add(route.getKey(), route.getValue()));
        api.ocsp();
        api.document.set("paths", api.paths);
        ObjectNode components = api.document.putObject("components");
        components.set("schemas", api.schemas);
        ObjectNode doors = components.putObject("securitySchemes");
        doors.putObject("token").put("type", "http").put("scheme", "bearer");
        doors.putObject("nameAndToken").put("type", "http").put("scheme", "basic");
        doors.putObject("certificate").put("type", "mutualTLS");
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(api.document);
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("org.plugcharge.ca");
    }

    private void head() {
        document.put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "pki-ca")
                .put("version", "0.1.0")
                .put(
                        "description",
                        "Certificate authority for ISO 15118-2 and -20. Errors are problem"
                                + " documents (RFC 9457) with the id of the broken rule.");
        document.putArray("security").addObject().putArray("token");
        document.withArray("security").addObject().putArray("nameAndToken");
        document.withArray("security").addObject().putArray("certificate");
        ObjectNode problem = schemas.putObject("Problem").put("type", "object");
        ObjectNode fields = problem.putObject("properties");
        for (String field : new String[] {"type", "title", "detail", "rule", "instance"}) {
            fields.putObject(field).put("type", "string");
        }
        fields.putObject("status").put("type", "integer");
    }

    private void add(RequestMappingInfo route, HandlerMethod handler) {
        Collection<String> patterns =
                route.getPathPatternsCondition() == null
                        ? java.util.Set.of()
                        : route.getPathPatternsCondition().getPatternValues();
        for (String pattern : patterns) {
            for (RequestMethod method : route.getMethodsCondition().getMethods()) {
                operation(pattern, method, route, handler);
            }
        }
    }

    private void operation(
            String pattern, RequestMethod method, RequestMappingInfo route, HandlerMethod handler) {
        String path = VARIABLE.matcher(pattern).replaceAll("{$1}");
        ObjectNode operation =
                paths.withObjectProperty(path)
                        .putObject(method.name().toLowerCase(Locale.ROOT))
                        .put("operationId", handler.getMethod().getName() + " " + path);
        operation
                .putArray("tags")
                .add(handler.getBeanType().getSimpleName().replace("Controller", ""));
        if (Authentication.isOpen(method.name(), path.replaceAll("[{}]", ""))) {
            operation.putArray("security");
        }
        parameters(operation, pattern, handler);
        body(operation, route, handler);
        answers(operation, handler);
    }

    private void parameters(ObjectNode operation, String pattern, HandlerMethod handler) {
        Matcher variable = VARIABLE.matcher(pattern);
        while (variable.find()) {
            operation
                    .withArray("parameters")
                    .addObject()
                    .put("name", variable.group(1))
                    .put("in", "path")
                    .put("required", true)
                    .putObject("schema")
                    .put("type", "string");
        }
        for (MethodParameter parameter : handler.getMethodParameters()) {
            RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
            if (query != null && !parameter.hasParameterAnnotation(PathVariable.class)) {
                operation
                        .withArray("parameters")
                        .addObject()
                        .put("name", parameter.getParameter().getName())
                        .put("in", "query")
                        .set("schema", schema(parameter.getGenericParameterType()));
            }
        }
    }

    private void body(ObjectNode operation, RequestMappingInfo route, HandlerMethod handler) {
        for (MethodParameter parameter : handler.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestBody.class)) {
                String type =
                        route.getConsumesCondition().getConsumableMediaTypes().stream()
                                .findFirst()
                                .map(MediaType::toString)
                                .orElse("application/json");
                operation
                        .putObject("requestBody")
                        .put("required", true)
                        .putObject("content")
                        .putObject(type)
                        .set("schema", schema(parameter.getGenericParameterType()));
            }
        }
    }

    private void answers(ObjectNode operation, HandlerMethod handler) {
        ObjectNode answers = operation.putObject("responses");
        Type type = handler.getMethod().getGenericReturnType();
        if (type instanceof ParameterizedType wrapped
                && wrapped.getRawType() == ResponseEntity.class) {
            type = wrapped.getActualTypeArguments()[0];
        }
        ObjectNode good = answers.putObject("2XX").put("description", "done");
        if (type != String.class && type != byte[].class && type != void.class) {
            good.putObject("content").putObject("application/json").set("schema", schema(type));
        }
        answers.putObject("default")
                .put("description", "refused")
                .putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
    }

    private ObjectNode schema(Type type) {
        if (type instanceof ParameterizedType list
                && list.getRawType() instanceof Class<?> raw
                && Collection.class.isAssignableFrom(raw)) {
            ObjectNode array = JSON.createObjectNode().put("type", "array");
            array.set("items", schema(list.getActualTypeArguments()[0]));
            return array;
        }
        if (type instanceof Class<?> record && record.isRecord()) {
            known(record);
            return JSON.createObjectNode()
                    .put("$ref", "#/components/schemas/" + record.getSimpleName());
        }
        return simple(type);
    }

    private static ObjectNode simple(Type type) {
        ObjectNode schema = JSON.createObjectNode();
        if (type == int.class || type == long.class) {
            return schema.put("type", "integer");
        }
        if (type == boolean.class) {
            return schema.put("type", "boolean");
        }
        if (type == String.class || (type instanceof Class<?> named && named.isEnum())) {
            return schema.put("type", "string");
        }
        if (type == Instant.class) {
            return schema.put("type", "string").put("format", "date-time");
        }
        if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
            return schema.put("type", "object");
        }
        return schema;
    }

    private void known(Class<?> record) {
        if (schemas.has(record.getSimpleName())) {
            return;
        }
        ObjectNode schema = schemas.putObject(record.getSimpleName()).put("type", "object");
        ObjectNode fields = schema.putObject("properties");
        for (RecordComponent component : record.getRecordComponents()) {
            fields.set(component.getName(), schema(component.getGenericType()));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                schema.withArray("required").add(component.getName());
            }
        }
    }

    /** A servlet of its own, which the routes do not know. */
    private void ocsp() {
        octets(paths.withObjectProperty("/ocsp").putObject("post"), "ocsp by POST")
                .putObject("requestBody")
                .putObject("content")
                .putObject("application/ocsp-request");
        ObjectNode get =
                octets(paths.withObjectProperty("/ocsp/{request}").putObject("get"), "ocsp by GET");
        get.withArray("parameters")
                .addObject()
                .put("name", "request")
                .put("in", "path")
                .put("required", true)
                .putObject("schema")
                .put("type", "string");
    }

    private static ObjectNode octets(ObjectNode operation, String id) {
        operation.put("operationId", id).putArray("tags").add("Ocsp");
        operation.putArray("security");
        operation
                .putObject("responses")
                .putObject("200")
                .put("description", "OCSP response (RFC 6960)")
                .putObject("content")
                .putObject("application/ocsp-response");
        return operation;
    }
}
