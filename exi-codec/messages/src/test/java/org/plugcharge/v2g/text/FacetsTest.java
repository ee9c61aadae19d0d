package org.plugcharge.v2g.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plugcharge.exi.BitReader;
import org.plugcharge.exi.BitWriter;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.exi.NamedValue;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.v2g.MessageSet;
import org.plugcharge.v2g.text.RecordShape.Kind;
import org.plugcharge.v2g.text.RecordShape.Part;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Every facet and occurrence of every record of every set: one beyond it is refused when written,
 * and when read where the lenient can write it; the error names the element.
 */
class FacetsTest {

    private static final int ROUNDS = 400;

    /** Of types that are never written (see the compiler). */
    private static final Set<String> NEVER_WRITTEN =
            Set.of("SpkiData", "SignatureProperties", "SignatureProperty");

    /** A root element in which one value is beyond a bound. */
    private record Broken(Object root, Bound bound, String element) {}

    /** One side of a facet or occurrence of a part, with a value beyond it. */
    private record Bound(Class<?> owner, String part, String side) {
        @Override
        public String toString() {
            return owner.getSimpleName() + "." + part + " " + side;
        }
    }

    @ParameterizedTest
    @EnumSource(MessageSet.class)
    void oneBeyondIsRefusedWithItsPlace(MessageSet set) {
        Set<String> open = new TreeSet<>();
        Set<Class<?>> seen = new HashSet<>();
        set.documents().values().forEach(type -> bounds(set, type, seen, open));
        assertThat(open).hasSizeGreaterThanOrEqualTo(4);
        RandomMessages random = new RandomMessages(set, new SplittableRandom(48));
        for (int round = 0; round < ROUNDS && !open.isEmpty(); round++) {
            set.documents()
                    .forEach((element, type) -> {
                        if (type.isRecord()) {
                            List<Broken> all = new ArrayList<>();
                            collect(random.next(type), root -> root, open, all);
                            all.stream()
                                    .filter(broken -> isRefused(set, element, broken))
                                    .forEach(broken -> open.remove(broken.bound().toString()));
                        }
                    });
        }
        assertThat(open).isEmpty();
    }

    /** False if something else than the bound stands in the way. */
    private static boolean isRefused(MessageSet set, String element, Broken broken) {
        NamedValue root = new NamedValue(element, broken.root());
        String problem = problem(() -> set.encodeDocument(root));
        if (problem != null && problem.contains("is not written")) {
            return false;
        }
        assertThat(problem).as(broken.bound().toString()).contains(broken.element());
        BitWriter out = new BitWriter().lenient();
        if (problem(() -> set.encodeDocument(out, root)) == null) {
            Bytes octets = out.toBytes();
            NamedValue[] again = {root};
            String lenient =
                    problem(() -> again[0] = set.decodeDocument(new BitReader(octets).lenient()));
            if (lenient == null && again[0].equals(root)) {
                assertThat(problem(() -> set.decodeDocument(octets)))
                        .as(broken.bound().toString())
                        .contains(broken.element());
            }
        }
        return true;
    }

    private static @Nullable String problem(Runnable action) {
        try {
            action.run();
            return null;
        } catch (ExiException e) {
            return e.getMessage();
        }
    }

    /** All bounds of a type and of what it holds. */
    private static void bounds(
            MessageSet set, Class<?> type, Set<Class<?>> seen, Set<String> found) {
        if (!seen.add(type) || NEVER_WRITTEN.contains(type.getSimpleName())) {
            return;
        }
        if (type.isInterface()) {
            RandomMessages.members(set, type).forEach(one -> bounds(set, one, seen, found));
        } else if (type.isRecord() && !Scalars.isScalar(type)) {
            for (Part part : RecordShape.of(type).parts()) {
                sides(part).forEach(side -> found.add(bound(part, side).toString()));
                bounds(set, part.type(), seen, found);
            }
        }
    }

    private static Bound bound(Part part, String side) {
        return new Bound(part.component().getDeclaringRecord(), part.component().getName(), side);
    }

    private static List<String> sides(Part part) {
        List<String> sides = new ArrayList<>();
        Occurs occurs = part.place().getAnnotation(Occurs.class);
        if (occurs != null && occurs.min() > 0) {
            sides.add("fewer");
        }
        if (occurs != null && occurs.max() < Occurs.UNBOUNDED) {
            sides.add("more");
        }
        Length length = part.place().getAnnotation(Length.class);
        if (length != null && length.min() > 0) {
            sides.add("shorter");
        }
        if (length != null) {
            sides.add("longer");
        }
        long[] range = range(part);
        if (range.length > 0) {
            sides.addAll(List.of("below", "above"));
        }
        return sides;
    }

    private static long[] range(Part part) {
        Range range = part.place().getAnnotation(Range.class);
        if (range != null) {
            return new long[] {range.min(), range.max()};
        }
        return switch (RandomMessages.xs(part.place())) {
            case UNSIGNED_BYTE -> new long[] {0, 255};
            case UNSIGNED_SHORT -> new long[] {0, 65_535};
            case UNSIGNED_INT -> new long[] {0, 0xFFFF_FFFFL};
            default -> new long[0];
        };
    }

    /** The roots in which one value in this record is beyond a bound that is still open. */
    private static void collect(
            Object record, UnaryOperator<Object> root, Set<String> open, List<Broken> found) {
        List<Part> parts = RecordShape.of(record.getClass()).parts();
        List<@Nullable Object> values = new ArrayList<>();
        parts.forEach(part -> values.add(part.valueIn(record)));
        for (int index = 0; index < parts.size(); index++) {
            Part part = parts.get(index);
            Object value = values.get(index);
            int place = index;
            UnaryOperator<Object> with =
                    other -> {
                        List<@Nullable Object> arguments = new ArrayList<>(values);
                        arguments.set(place, other);
                        return root.apply(RecordShape.of(record.getClass()).construct(arguments));
                    };
            if (value != null) {
                for (String side : sides(part)) {
                    Bound bound = bound(part, side);
                    Object beyond =
                            open.contains(bound.toString()) ? beyond(part, side, value) : null;
                    if (beyond != null) {
                        found.add(new Broken(with.apply(beyond), bound, elementOf(part)));
                    }
                }
                inside(value, with, open, found);
            }
        }
    }

    private static void inside(
            Object value, UnaryOperator<Object> with, Set<String> open, List<Broken> found) {
        if (value instanceof List<?> list) {
            for (int index = 0; index < list.size(); index++) {
                int place = index;
                inside(
                        list.get(index),
                        other -> {
                            List<Object> items = new ArrayList<>(list);
                            items.set(place, other);
                            return with.apply(items);
                        },
                        open,
                        found);
            }
        } else if (!Scalars.isScalar(value.getClass())) {
            collect(value, with, open, found);
        }
    }

    private static String elementOf(Part part) {
        return part.kind() == Kind.ELEMENT || part.kind() == Kind.ATTRIBUTE ? part.name() : "";
    }

    /** A value one beyond; nothing if the list has no item to repeat. */
    private static @Nullable Object beyond(Part part, String side, Object value) {
        if (side.equals("fewer") || side.equals("more")) {
            Occurs occurs = part.place().getAnnotation(Occurs.class);
            List<?> list = (List<?>) value;
            int size = side.equals("fewer") ? occurs.min() - 1 : occurs.max() + 1;
            return list.isEmpty() ? null : Collections.nCopies(size, list.getFirst());
        }
        Object item =
                value instanceof List<?> list ? list.isEmpty() ? null : list.getFirst() : value;
        Object beyond = item == null ? null : oneBeyond(part, side, item);
        return value instanceof List<?> && beyond != null ? List.of(beyond) : beyond;
    }

    private static @Nullable Object oneBeyond(Part part, String side, Object item) {
        Length length = part.place().getAnnotation(Length.class);
        return switch (item) {
            case Bytes _ ->
                    Bytes.owning(
                            new byte[side.equals("longer") ? length.max() + 1 : length.min() - 1]);
            case String _ ->
                    "x".repeat(side.equals("longer") ? length.max() + 1 : length.min() - 1);
            case Long _ -> side.equals("above") ? range(part)[1] + 1 : range(part)[0] - 1;
            case Integer _ ->
                    (int) (side.equals("above") ? range(part)[1] + 1 : range(part)[0] - 1);
            default -> throw new IllegalStateException(part + " has facets of no known kind");
        };
    }
}
