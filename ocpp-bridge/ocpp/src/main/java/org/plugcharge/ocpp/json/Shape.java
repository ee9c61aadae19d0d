package org.plugcharge.ocpp.json;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a record looks on the wire, read once from its components and their annotations. */
record Shape(
        Class<?> type, List<Part> parts, Map<String, Integer> positions, MethodHandle constructor) {

    private static final ClassValue<Shape> SHAPES =
            new ClassValue<>() {
                @Override
                protected Shape computeValue(Class<?> type) {
                    return derive(type);
                }
            };

    /** One property: its name on the wire is the component's name. */
    record Part(String name, boolean required, Value value, MethodHandle accessor) {}

    /** What a property may hold. */
    sealed interface Value {}

    record Text(int maxLength) implements Value {}

    record Whole(int min, int max) implements Value {}

    record Decimal() implements Value {}

    record Flag() implements Value {}

    record Time() implements Value {}

    record Choice(Map<String, Object> words) implements Value {}

    record Nested(Class<?> type) implements Value {}

    record Many(Value element, int min, int max) implements Value {}

    static Shape of(Class<?> type) {
        return SHAPES.get(type);
    }

    private static Shape derive(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalStateException(type + " is no record");
        }
        List<Part> parts = new ArrayList<>();
        Map<String, Integer> positions = new LinkedHashMap<>();
        for (RecordComponent component : components) {
            positions.put(component.getName(), parts.size());
            parts.add(part(component));
        }
        return new Shape(
                type, List.copyOf(parts), Map.copyOf(positions), constructor(type, components));
    }

    private static Part part(RecordComponent component) {
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return new Part(
                component.getName(),
                !optional,
                value(component, component.getGenericType()),
                accessor(component));
    }

    private static Value value(AnnotatedElement component, Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            Size size = required(component, Size.class);
            return new Many(
                    value(component, list.getActualTypeArguments()[0]), size.min(), size.max());
        }
        if (type == String.class) {
            return new Text(required(component, Length.class).value());
        }
        if (type == int.class || type == Integer.class) {
            Range range = component.getAnnotation(Range.class);
            return range == null
                    ? new Whole(Integer.MIN_VALUE, Integer.MAX_VALUE)
                    : new Whole(range.min(), range.max());
        }
        if (type == boolean.class || type == Boolean.class) {
            return new Flag();
        }
        if (type == BigDecimal.class) {
            return new Decimal();
        }
        if (type == Instant.class) {
            return new Time();
        }
        if (type instanceof Class<?> word
                && word.isEnum()
                && WireEnum.class.isAssignableFrom(word)) {
            return new Choice(words(word));
        }
        if (type instanceof Class<?> nested && nested.isRecord()) {
            return new Nested(nested);
        }
        throw new IllegalStateException("no wire form for " + type + " of " + component);
    }

    private static Map<String, Object> words(Class<?> vocabulary) {
        Map<String, Object> words = new HashMap<>();
        for (Object constant : vocabulary.getEnumConstants()) {
            words.put(((WireEnum) constant).wire(), constant);
        }
        return Map.copyOf(words);
    }

    private static <A extends java.lang.annotation.Annotation> A required(
            AnnotatedElement component, Class<A> limit) {
        A annotation = component.getAnnotation(limit);
        if (annotation == null) {
            throw new IllegalStateException(component + " needs @" + limit.getSimpleName());
        }
        return annotation;
    }

    private static MethodHandle constructor(Class<?> type, RecordComponent[] components) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return MethodHandles.lookup()
                    .unreflectConstructor(type.getDeclaredConstructor(types))
                    .asSpreader(Object[].class, types.length)
                    .asType(java.lang.invoke.MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " has no public canonical constructor", e);
        }
    }

    private static MethodHandle accessor(RecordComponent component) {
        try {
            return MethodHandles.lookup()
                    .unreflect(component.getAccessor())
                    .asType(java.lang.invoke.MethodType.methodType(Object.class, Object.class));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(component + " is not public", e);
        }
    }
}
