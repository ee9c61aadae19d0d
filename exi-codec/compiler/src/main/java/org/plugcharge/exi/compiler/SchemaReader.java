package org.plugcharge.exi.compiler;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.compiler.Particle.Component;
import org.plugcharge.exi.compiler.Particle.Item;
import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.Choice;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.DeclaredElement;
import org.plugcharge.exi.schema.GlobalElement;
import org.plugcharge.exi.schema.Group;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.LocalElement;
import org.plugcharge.exi.schema.Mixed;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.SchemaPackage;
import org.plugcharge.exi.schema.SchemaSet;
import org.plugcharge.exi.schema.SimpleType;
import org.plugcharge.exi.schema.SubstitutionGroup;
import org.plugcharge.exi.schema.Text;
import org.plugcharge.exi.schema.Wildcard;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.WireName;
import org.plugcharge.exi.schema.Xs;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.MirroredTypeException;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads one grammar set from the annotated records of its packages. */
final class SchemaReader {

    private static final String BYTES = "org.plugcharge.exi.Bytes";
    private static final BigInteger UNSIGNED_LONG_MAX =
            BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private final Elements elements;
    private final Types types;
    private final PackageElement home;
    private final SchemaSet set;
    private final Map<String, Type> complex = new LinkedHashMap<>();
    private final Map<String, Head> heads = new LinkedHashMap<>();
    private final Map<String, ChoiceType> choices = new LinkedHashMap<>();
    private final Map<Name, Particle.Element> globals = new TreeMap<>();
    private final Map<Name, List<Particle.Element>> declared = new TreeMap<>();
    private final Map<Name, Value> attributes = new TreeMap<>();
    private final Map<String, Schema.Form> forms = new LinkedHashMap<>();

    SchemaReader(Elements elements, Types types, PackageElement home, SchemaSet set) {
        this.elements = elements;
        this.types = types;
        this.home = home;
        this.set = set;
    }

    Schema read() {
        List<PackageElement> packages = packages();
        List<TypeElement> found = new ArrayList<>();
        packages.forEach(one -> collect(ElementFilter.typesIn(one.getEnclosedElements()), found));
        found.forEach(this::declareType);
        found.forEach(type -> declareHead(type, found));
        found.forEach(this::declareChoice);
        packages.forEach(this::declareElements);
        found.forEach(this::fill);
        found.forEach(this::checkRepeated);
        found.forEach(this::checkSameType);
        for (TypeElement type : found) {
            if (complex.containsKey(name(type))
                    && type.getAnnotation(GlobalElement.class) != null) {
                declare(globalOf(type), true);
            }
        }
        return new Schema(
                set.name(),
                set.prefix(),
                home.getQualifiedName().toString(),
                namespace(home),
                List.copyOf(allTypes()),
                List.copyOf(heads.values()),
                List.copyOf(choices.values()),
                globals,
                declared,
                attributes,
                List.of(set.fragments()),
                forms);
    }

    private Set<Type> allTypes() {
        Set<Type> all = new LinkedHashSet<>(complex.values());
        heads.values()
                .forEach(head -> {
                    if (head.abstractType != null) {
                        all.add(head.abstractType);
                    }
                });
        return all;
    }

    private List<PackageElement> packages() {
        List<PackageElement> packages = new ArrayList<>(List.of(home));
        for (String other : set.packages()) {
            PackageElement found = elements.getPackageElement(other);
            if (found == null) {
                throw new SchemaException(
                        home, "schema set " + set.name() + ": no package " + other);
            }
            packages.add(found);
        }
        return packages;
    }

    private void collect(List<TypeElement> types, List<TypeElement> found) {
        for (TypeElement type : types) {
            if (set.namespaces().length == 0
                    || List.of(set.namespaces()).contains(namespace(type))) {
                found.add(type);
            }
            collect(ElementFilter.typesIn(type.getEnclosedElements()), found);
        }
    }

    private void declareType(TypeElement type) {
        if (type.getKind() != ElementKind.RECORD) {
            return;
        }
        GlobalElement global = type.getAnnotation(GlobalElement.class);
        LocalElement local = type.getAnnotation(LocalElement.class);
        ComplexType named = type.getAnnotation(ComplexType.class);
        if (type.getAnnotation(Group.class) != null) {
            complex.put(
                    name(type),
                    new Type(Type.Kind.GROUP, name(type), simple(type), namespace(type)));
        } else if (global != null || local != null || named != null) {
            String typeName =
                    named != null
                            ? named.value()
                            : (global != null ? global.value() : local.value()) + "Type";
            complex.put(
                    name(type), new Type(Type.Kind.COMPLEX, name(type), typeName, namespace(type)));
        }
    }

    private void declareHead(TypeElement type, List<TypeElement> found) {
        SubstitutionGroup group = type.getAnnotation(SubstitutionGroup.class);
        if (group == null) {
            return;
        }
        Name headName = new Name(namespace(type), group.value());
        String typeName = group.type().isEmpty() ? group.value() + "Type" : group.type();
        Head head = new Head(name(type), headName, typeName);
        for (TypeElement member : found) {
            if (complex.containsKey(name(member)) && isA(member, type)) {
                head.elements.add(globalOf(member));
            }
        }
        if (head.elements.stream().noneMatch(element -> element.name().equals(headName))) {
            Type abstractType = new Type(Type.Kind.ABSTRACT, name(type), typeName, headName.uri());
            head.abstractType = abstractType;
            head.elements.add(new Particle.Element(headName, null, abstractType, true));
            declare(head.elements.getLast(), true);
        }
        head.elements.sort(Comparator.comparing(Particle.Element::name));
        heads.put(name(type), head);
    }

    private boolean isA(TypeElement type, TypeElement base) {
        return types.isSubtype(types.erasure(type.asType()), types.erasure(base.asType()));
    }

    private Particle.Element globalOf(TypeElement record) {
        GlobalElement global = record.getAnnotation(GlobalElement.class);
        if (global == null) {
            throw new SchemaException(record, "expected @GlobalElement on " + simple(record));
        }
        return new Particle.Element(
                new Name(namespace(record), global.value()), null, complex.get(name(record)), true);
    }

    private void declareChoice(TypeElement type) {
        Choice choice = type.getAnnotation(Choice.class);
        if (choice != null) {
            choices.put(name(type), new ChoiceType(name(type), choice.wildcard()));
        }
    }

    private void declareElements(PackageElement one) {
        for (DeclaredElement declaration : one.getAnnotationsByType(DeclaredElement.class)) {
            String uri =
                    declaration.namespace().isEmpty() ? namespace(one) : declaration.namespace();
            Name name = new Name(uri, declaration.value());
            TypeMirror java = mirrorOf(declaration);
            Type type = complex.get(java.toString());
            Particle.Element element;
            if (java.getKind() == TypeKind.VOID) {
                element =
                        new Particle.Element(
                                name,
                                null,
                                new Type(Type.Kind.ABSTRACT, "void", name.local() + "Type", uri),
                                declaration.global());
            } else if (type != null) {
                element = new Particle.Element(name, null, type, declaration.global());
            } else {
                element =
                        new Particle.Element(
                                name,
                                value(one, java, declaration.xs()),
                                null,
                                declaration.global());
            }
            declare(element, declaration.global());
        }
    }

    private static TypeMirror mirrorOf(DeclaredElement declaration) {
        try {
            throw new IllegalStateException(
                    "a class where its mirror was expected: " + declaration.type());
        } catch (MirroredTypeException e) {
            return e.getTypeMirror();
        }
    }

    private void fill(TypeElement type) {
        Type record = complex.get(name(type));
        ChoiceType choice = choices.get(name(type));
        Head head = heads.get(name(type));
        if (record != null) {
            fillRecord(type, record);
        } else if (head != null && head.abstractType != null) {
            fillAbstract(type, head.abstractType);
        } else if (type.getKind() == ElementKind.INTERFACE) {
            // What it declares has a place in the fragment grammar even if no record inherits it.
            fillAbstract(type, new Type(Type.Kind.ABSTRACT, name(type), simple(type), ""));
        }
        if (choice != null) {
            fillChoice(type, choice);
        }
    }

    /**
     * In a repeated sequence of several elements the codes are not in the order of the particles;
     * no message set has one.
     */
    private void checkRepeated(TypeElement type) {
        Type record = complex.get(name(type));
        if (record == null) {
            return;
        }
        for (Item item : record.items) {
            List<List<Item>> sequences =
                    switch (item.particle()) {
                        case Particle.Sequence sequence -> List.of(sequence.group().items);
                        case Particle.Alternatives alternatives ->
                                alternatives.choice().alternatives.stream()
                                        .map(Particle.Alternative::items)
                                        .toList();
                        default -> List.of();
                    };
            if (item.max() > 1 && sequences.stream().anyMatch(SchemaReader::hasSeveral)) {
                throw new SchemaException(
                        type, "expected one element in what is repeated by " + type);
            }
        }
    }

    /** Several records may be one type, so that elements of that type are different messages. */
    private void checkSameType(TypeElement type) {
        Type record = complex.get(name(type));
        if (record == null || record.kind == Type.Kind.GROUP) {
            return;
        }
        for (Type other : complex.values()) {
            if (other.kind == record.kind
                    && other.toString().equals(record.toString())
                    && !(record.mixed == other.mixed
                            && contentOf(record).equals(contentOf(other)))) {
                throw new SchemaException(
                        type,
                        "expected the same content in all records of "
                                + record
                                + ", found another in "
                                + other.java);
            }
        }
    }

    private static List<Item> contentOf(Type type) {
        return type.items.stream()
                .map(item -> new Item(item.particle(), item.min(), item.max(), null))
                .toList();
    }

    private static boolean hasSeveral(List<Item> items) {
        return items.stream().filter(item -> !(item.particle() instanceof Particle.Any)).count()
                > 1;
    }

    private void fillRecord(TypeElement type, Type record) {
        for (RecordComponentElement component : type.getRecordComponents()) {
            Element method = isPlaced(component) ? null : inherited(type, component);
            Element place = method == null ? component : method;
            fillComponent(
                    (TypeElement) Objects.requireNonNull(place.getEnclosingElement()),
                    record,
                    place,
                    component.asType(),
                    nullable(component));
        }
        finish(type, record);
    }

    private static boolean isPlaced(Element place) {
        return place.getAnnotation(Wire.class) != null
                || place.getAnnotation(Attribute.class) != null
                || place.getAnnotation(Text.class) != null;
    }

    /** The interface method that says what this component is, if there is one. */
    private @Nullable Element inherited(TypeElement type, RecordComponentElement component) {
        for (TypeMirror mirror : type.getInterfaces()) {
            TypeElement base = (TypeElement) types.asElement(mirror);
            for (ExecutableElement method : ElementFilter.methodsIn(base.getEnclosedElements())) {
                if (isPlaced(method) && method.getSimpleName().equals(component.getSimpleName())) {
                    return method;
                }
            }
            Element above = inherited(base, component);
            if (above != null) {
                return above;
            }
        }
        return null;
    }

    private void fillAbstract(TypeElement type, Type head) {
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (isPlaced(method)) {
                fillComponent(type, head, method, method.getReturnType(), nullable(method));
            }
        }
        finish(type, head);
    }

    private void finish(TypeElement type, Type record) {
        record.mixed = type.getAnnotation(Mixed.class) != null;
        Wildcard wildcard = type.getAnnotation(Wildcard.class);
        if (wildcard != null) {
            record.items.add(
                    new Item(
                            new Particle.Any(wildcard.any()),
                            wildcard.min(),
                            wildcard.max(),
                            null));
        }
        List<Item> attributes =
                new ArrayList<>(
                        record.items.stream()
                                .filter(item -> item.particle() instanceof Particle.Attr)
                                .sorted(
                                        Comparator.comparing(
                                                item -> ((Particle.Attr) item.particle()).name()))
                                .toList());
        List<Item> content =
                record.items.stream()
                        .filter(item -> !(item.particle() instanceof Particle.Attr))
                        .toList();
        record.items.clear();
        record.items.addAll(attributes);
        record.items.addAll(content);
    }

    private void fillChoice(TypeElement type, ChoiceType choice) {
        for (TypeElement permitted : permitted(type)) {
            Type record = complex.get(name(permitted));
            if (record == null) {
                throw new SchemaException(
                        permitted, "expected a schema type as alternative of " + simple(type));
            }
            if (record.kind == Type.Kind.GROUP) {
                choice.alternatives.add(new Particle.Alternative(record, record.items));
                continue;
            }
            LocalElement local = permitted.getAnnotation(LocalElement.class);
            Particle.Element element =
                    local == null
                            ? globalOf(permitted)
                            : new Particle.Element(
                                    localName(type, local.value()), null, record, false);
            declare(element, element.global());
            choice.alternatives.add(
                    new Particle.Alternative(record, List.of(new Item(element, 1, 1, null))));
        }
    }

    private void fillComponent(
            TypeElement owner,
            Type record,
            Element place,
            TypeMirror declaredType,
            boolean nullablePlace) {
        boolean list =
                declaredType instanceof DeclaredType declared
                        && name((TypeElement) declared.asElement()).equals("java.util.List");
        TypeMirror java =
                list ? ((DeclaredType) declaredType).getTypeArguments().getFirst() : declaredType;
        boolean nullable = nullable(declaredType) || nullablePlace;
        Component component =
                new Component(
                        place.getSimpleName().toString(), plain(declaredType), list, nullable);
        Occurs occurs = place.getAnnotation(Occurs.class);
        if (list != (occurs != null)) {
            throw new SchemaException(
                    place, "expected both List and @Occurs, or neither, at " + place);
        }
        if (nullable && (list || declaredType.getKind().isPrimitive())) {
            throw new SchemaException(
                    place, "expected no @Nullable at a list or primitive, found one at " + place);
        }
        int min = occurs != null ? occurs.min() : nullable ? 0 : 1;
        int max = occurs != null ? occurs.max() : 1;
        record.components.add(component);
        record.items.add(new Item(particle(owner, place, java), min, max, component));
    }

    private Particle particle(TypeElement owner, Element place, TypeMirror java) {
        Wire wire = place.getAnnotation(Wire.class);
        Attribute attribute = place.getAnnotation(Attribute.class);
        Text text = place.getAnnotation(Text.class);
        if (attribute != null) {
            boolean qualified = form(owner).attributes();
            Name name = new Name(qualified ? namespace(owner) : "", attribute.value());
            Value value = value(place, java, attribute.xs());
            attributes.put(name, value);
            return new Particle.Attr(name, value);
        }
        if (text != null) {
            return new Particle.Characters(value(place, java, text.xs()));
        }
        String javaName = plain(java);
        ChoiceType choice = choices.get(javaName);
        Type type = complex.get(javaName);
        Head head = headOf(java);
        if (wire == null) {
            if (choice != null) {
                return new Particle.Alternatives(choice);
            }
            if (type != null && type.kind == Type.Kind.GROUP) {
                return new Particle.Sequence(type);
            }
            throw new SchemaException(
                    place,
                    "expected @Wire, @Attribute or @Text, or a choice or group, at " + place);
        }
        if (head != null) {
            if (!wire.ref() || !wire.value().equals(head.name.local())) {
                throw new SchemaException(
                        place, "expected @Wire(value = \"" + head.name.local() + "\", ref = true)");
            }
            checkMembers(place, java, head);
            return new Particle.Substitution(head, javaName);
        }
        Particle.Element element;
        if (type != null) {
            Name name =
                    wire.ref() ? new Name(type.uri, wire.value()) : localName(owner, wire.value());
            element = new Particle.Element(name, null, type, wire.ref());
        } else {
            Name name =
                    wire.ref()
                            ? new Name(namespace(owner), wire.value())
                            : localName(owner, wire.value());
            element = new Particle.Element(name, value(place, java, wire.xs()), null, wire.ref());
        }
        declare(element, wire.ref());
        return element;
    }

    /** The substitution group that this interface is, or that it narrows for its message set. */
    private @Nullable Head headOf(TypeMirror java) {
        Head own = heads.get(plain(java));
        if (own != null
                || !(types.asElement(java) instanceof TypeElement type)
                || type.getKind() != ElementKind.INTERFACE) {
            return own;
        }
        for (TypeMirror base : type.getInterfaces()) {
            Head above = headOf(base);
            if (above != null) {
                return above;
            }
        }
        return null;
    }

    private void checkMembers(Element place, TypeMirror java, Head head) {
        for (Particle.Element member : head.elements) {
            TypeElement record =
                    member.type() == null ? null : elements.getTypeElement(member.type().java);
            if (record != null
                    && record.getKind() == ElementKind.RECORD
                    && !types.isSubtype(record.asType(), java)) {
                throw new SchemaException(
                        place,
                        "expected every member of "
                                + head.name.local()
                                + " to be a "
                                + plain(java)
                                + ", found "
                                + record);
            }
        }
    }

    private Name localName(TypeElement owner, String local) {
        return new Name(form(owner).elements() ? namespace(owner) : "", local);
    }

    private void declare(Particle.Element element, boolean global) {
        List<Particle.Element> sameName =
                declared.computeIfAbsent(element.name(), _ -> new ArrayList<>());
        if (sameName.stream().noneMatch(other -> sameType(other, element))) {
            sameName.add(element);
        }
        if (global) {
            globals.putIfAbsent(element.name(), element);
        }
    }

    private static boolean sameType(Particle.Element one, Particle.Element other) {
        if (one.type() != null || other.type() != null) {
            return one.type() == other.type();
        }
        return one.value() != null
                && other.value() != null
                && one.value().signature().equals(other.value().signature());
    }

    private Value value(Element place, TypeMirror java, Xs xs) {
        Length length = place.getAnnotation(Length.class);
        Range range = place.getAnnotation(Range.class);
        int min = length == null ? 0 : length.min();
        int max = length == null ? Integer.MAX_VALUE : length.max();
        String name = plain(java);
        return switch (name) {
            case "boolean", "java.lang.Boolean" -> new Value.Bool();
            case "java.lang.String" ->
                    new Value.Text(
                            switch (xs) {
                                case ANY_URI -> "anyURI";
                                case ID -> "ID";
                                case IDREF -> "IDREF";
                                default -> "string";
                            },
                            min,
                            max);
            case BYTES ->
                    new Value.Binary(xs == Xs.HEX_BINARY ? "hexBinary" : "base64Binary", min, max);
            case "java.math.BigInteger" -> new Value.BigInt();
            case "byte", "java.lang.Byte" ->
                    integer(place, "byte", Byte.MIN_VALUE, Byte.MAX_VALUE, "byte", range);
            case "short", "java.lang.Short" ->
                    integer(place, "short", Short.MIN_VALUE, Short.MAX_VALUE, "short", range);
            case "int", "java.lang.Integer" ->
                    switch (xs) {
                        case UNSIGNED_BYTE -> integer(place, "unsignedByte", 0, 255, "int", range);
                        case UNSIGNED_SHORT ->
                                integer(place, "unsignedShort", 0, 65_535, "int", range);
                        default ->
                                integer(
                                        place,
                                        "int",
                                        Integer.MIN_VALUE,
                                        Integer.MAX_VALUE,
                                        "int",
                                        range);
                    };
            case "long", "java.lang.Long" ->
                    switch (xs) {
                        case UNSIGNED_INT ->
                                integer(place, "unsignedInt", 0, 0xFFFF_FFFFL, "long", range);
                        case UNSIGNED_LONG ->
                                range == null
                                        ? new Value.Int(
                                                "unsignedLong",
                                                BigInteger.ZERO,
                                                UNSIGNED_LONG_MAX,
                                                "long",
                                                false)
                                        : integer(
                                                place,
                                                "unsignedLong",
                                                0,
                                                Long.MAX_VALUE,
                                                "long",
                                                range);
                        default ->
                                integer(
                                        place,
                                        "long",
                                        Long.MIN_VALUE,
                                        Long.MAX_VALUE,
                                        "long",
                                        range);
                    };
            default -> enumeration(place, java);
        };
    }

    private static Value.Int integer(
            Element place, String xs, long min, long max, String java, @Nullable Range range) {
        if (range != null
                && (range.min() < min || range.max() > max || range.min() > range.max())) {
            throw new SchemaException(
                    place, "expected a range within that of " + xs + " at " + place);
        }
        if (range == null || (range.min() == min && range.max() == max)) {
            return new Value.Int(xs, BigInteger.valueOf(min), BigInteger.valueOf(max), java, false);
        }
        return new Value.Int(
                xs, BigInteger.valueOf(range.min()), BigInteger.valueOf(range.max()), java, true);
    }

    private Value enumeration(Element place, TypeMirror java) {
        if (!(types.asElement(java) instanceof TypeElement type)
                || type.getKind() != ElementKind.ENUM) {
            throw new SchemaException(
                    place,
                    "expected a simple type, an enum or a schema type, found " + plain(java));
        }
        List<String> values = new ArrayList<>();
        for (Element constant : type.getEnclosedElements()) {
            if (constant.getKind() == ElementKind.ENUM_CONSTANT) {
                WireName wire = constant.getAnnotation(WireName.class);
                values.add(wire == null ? constant.getSimpleName().toString() : wire.value());
            }
        }
        SimpleType named = type.getAnnotation(SimpleType.class);
        return new Value.Enumeration(
                name(type),
                named == null ? simple(type) : named.value(),
                namespace(type),
                List.copyOf(values));
    }

    private List<TypeElement> permitted(TypeElement sealed) {
        List<TypeElement> permitted = new ArrayList<>();
        for (TypeMirror mirror : sealed.getPermittedSubclasses()) {
            TypeElement type = (TypeElement) types.asElement(mirror);
            if (type.getKind() == ElementKind.INTERFACE) {
                permitted.addAll(permitted(type));
            } else {
                permitted.add(type);
            }
        }
        return permitted.stream().distinct().toList();
    }

    private String namespace(Element element) {
        for (Element at = element; at != null; at = at.getEnclosingElement()) {
            Namespace own = at.getAnnotation(Namespace.class);
            if (own != null) {
                return own.value();
            }
            SchemaPackage whole = at.getAnnotation(SchemaPackage.class);
            if (whole != null) {
                return whole.namespace();
            }
        }
        throw new SchemaException(element, "expected @SchemaPackage on the package of " + element);
    }

    private Schema.Form form(TypeElement type) {
        SchemaPackage whole = elements.getPackageOf(type).getAnnotation(SchemaPackage.class);
        Schema.Form form = new Schema.Form(whole.elementsQualified(), whole.attributesQualified());
        forms.put(namespace(type), form);
        return form;
    }

    private static boolean nullable(TypeMirror type) {
        return type.getAnnotationMirrors().stream().anyMatch(SchemaReader::isNullable);
    }

    private static boolean nullable(Element place) {
        return place.getAnnotationMirrors().stream().anyMatch(SchemaReader::isNullable);
    }

    private static boolean isNullable(AnnotationMirror annotation) {
        return name((TypeElement) annotation.getAnnotationType().asElement())
                .equals(Nullable.class.getName());
    }

    /** The type as it is written in source, without annotations. */
    private static String plain(TypeMirror type) {
        if (type instanceof DeclaredType declared) {
            String name = name((TypeElement) declared.asElement());
            return declared.getTypeArguments().isEmpty()
                    ? name
                    : name + "<" + plain(declared.getTypeArguments().getFirst()) + ">";
        }
        return type.getKind().isPrimitive()
                ? type.getKind().name().toLowerCase(java.util.Locale.ROOT)
                : type.toString();
    }

    private static String name(TypeElement type) {
        return type.getQualifiedName().toString();
    }

    private static String simple(TypeElement type) {
        return type.getSimpleName().toString();
    }
}
