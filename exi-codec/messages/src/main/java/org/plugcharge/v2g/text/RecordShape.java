package org.plugcharge.v2g.text;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.Choice;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Group;
import org.plugcharge.exi.schema.LocalElement;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.SchemaPackage;
import org.plugcharge.exi.schema.SubstitutionGroup;
import org.plugcharge.exi.schema.Text;
import org.plugcharge.exi.schema.Wire;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** A record of the messages as its annotations describe it. */
final class RecordShape {

    private static final ConcurrentHashMap<Class<?>, RecordShape> SHAPES =
            new ConcurrentHashMap<>();

    /** What a component is on the wire. */
    enum Kind {
        ATTRIBUTE,
        TEXT,
        ELEMENT,
        /** An element whose name is that of the record in it. */
        MEMBER,
        /** Particles without an element of their own. */
        INLINE
    }

    /**
     * One component; {@code type} is that of an item where it is a list. Its annotations are at
     * {@code place} in {@code owner}: the component in its record, or the method of an interface
     * that it is inherited from.
     */
    record Part(
            Kind kind,
            String name,
            Class<?> type,
            boolean list,
            @Nullable Wire wire,
            RecordComponent component,
            Class<?> owner,
            AnnotatedElement place) {

        @Nullable Object valueIn(Object record) {
            try {
                Method accessor = component.getAccessor();
                accessor.setAccessible(true);
                return accessor.invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot read " + component, e);
            }
        }

        boolean optional() {
            return !list
                    && !component.getType().isPrimitive()
                    && (nullable(component.getAnnotatedType()) || nullable(component));
        }

        private static boolean nullable(AnnotatedElement place) {
            return place.isAnnotationPresent(Nullable.class);
        }
    }

    private final Class<?> type;
    private final List<Part> parts = new ArrayList<>();

    private RecordShape(Class<?> type) {
        this.type = type;
        for (RecordComponent component : type.getRecordComponents()) {
            parts.add(part(component));
        }
    }

    static RecordShape of(Class<?> type) {
        return SHAPES.computeIfAbsent(type, RecordShape::new);
    }

    List<Part> parts() {
        return parts;
    }

    private static Part part(RecordComponent component) {
        Class<?> record = component.getDeclaringRecord();
        Method inherited =
                isPlaced(component) ? null : inherited(record, component.getAccessor().getName());
        AnnotatedElement place = inherited == null ? component : inherited;
        boolean list = component.getType() == List.class;
        Class<?> type = list ? itemOf(component.getGenericType()) : component.getType();
        Attribute attribute = place.getAnnotation(Attribute.class);
        Wire wire = place.getAnnotation(Wire.class);
        Kind kind =
                attribute != null
                        ? Kind.ATTRIBUTE
                        : place.isAnnotationPresent(Text.class)
                                ? Kind.TEXT
                                : wire == null
                                        ? Kind.INLINE
                                        : isHead(type) ? Kind.MEMBER : Kind.ELEMENT;
        String name =
                attribute != null
                        ? attribute.value()
                        : wire != null
                                ? wire.value()
                                : kind == Kind.TEXT ? "" : component.getName();
        Class<?> owner = inherited == null ? record : inherited.getDeclaringClass();
        return new Part(kind, name, type, list, wire, component, owner, place);
    }

    private static boolean isPlaced(AnnotatedElement place) {
        return place.isAnnotationPresent(Wire.class)
                || place.isAnnotationPresent(Attribute.class)
                || place.isAnnotationPresent(Text.class);
    }

    private static @Nullable Method inherited(Class<?> type, String name) {
        for (Class<?> base : type.getInterfaces()) {
            for (Method method : base.getDeclaredMethods()) {
                if (method.getName().equals(name) && isPlaced(method)) {
                    return method;
                }
            }
            Method above = inherited(base, name);
            if (above != null) {
                return above;
            }
        }
        return null;
    }

    /** Whether this interface is the head of a substitution group, or narrows one for its set. */
    static boolean isHead(Class<?> type) {
        return type.isAnnotationPresent(SubstitutionGroup.class)
                || (type.isInterface()
                        && Arrays.stream(type.getInterfaces()).anyMatch(RecordShape::isHead));
    }

    private static Class<?> itemOf(Type list) {
        return (Class<?>) ((ParameterizedType) list).getActualTypeArguments()[0];
    }

    Object construct(List<@Nullable Object> arguments) {
        try {
            Class<?>[] types =
                    Arrays.stream(type.getRecordComponents())
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments.toArray());
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    String.valueOf(e.getCause() == null ? e : e.getCause().getMessage()), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type, e);
        }
    }

    /** The name of the element that is this record as member of a group or as alternative. */
    static String elementOf(Class<?> record) {
        GlobalElement global = record.getAnnotation(GlobalElement.class);
        LocalElement local = record.getAnnotation(LocalElement.class);
        return local != null
                ? local.value()
                : global != null ? global.value() : record.getSimpleName();
    }

    static boolean isGroup(Class<?> type) {
        return type.isAnnotationPresent(Group.class);
    }

    static boolean isChoice(Class<?> type) {
        return type.isAnnotationPresent(Choice.class);
    }

    /** The records that a sealed interface permits, through interfaces between. */
    static List<Class<?>> permitted(Class<?> sealed) {
        List<Class<?>> records = new ArrayList<>();
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            records.addAll(permitted.isInterface() ? permitted(permitted) : List.of(permitted));
        }
        return records;
    }

    /** The namespace of a schema type. */
    static String namespace(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getEnclosingClass()) {
            Namespace own = at.getAnnotation(Namespace.class);
            if (own != null) {
                return own.value();
            }
        }
        SchemaPackage whole = type.getPackage().getAnnotation(SchemaPackage.class);
        return whole == null ? "" : whole.namespace();
    }

    static boolean attributesQualified(Class<?> type) {
        SchemaPackage whole = type.getPackage().getAnnotation(SchemaPackage.class);
        return whole != null && whole.attributesQualified();
    }

    static boolean elementsQualified(Class<?> type) {
        SchemaPackage whole = type.getPackage().getAnnotation(SchemaPackage.class);
        return whole != null && whole.elementsQualified();
    }
}
