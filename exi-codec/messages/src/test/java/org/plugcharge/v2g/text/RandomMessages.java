package org.plugcharge.v2g.text;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Text;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;
import org.plugcharge.v2g.MessageSet;
import org.plugcharge.v2g.iso20.Iso20Message;

import java.lang.reflect.AnnotatedElement;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes valid records at random, from their annotations. */
public final class RandomMessages {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String BEYOND = "\u00e4\u00df\u20ac\u4e2d\ud83d\ude97";

    private final Collection<Class<?>> roots;
    private final RandomGenerator random;

    /** The fewest characters or octets, where the schema lets them be none. */
    private int least = 1;

    /** Only members of substitution groups that are in this set are made. */
    public RandomMessages(MessageSet set, RandomGenerator random) {
        this(set.documents().values(), random);
    }

    /** Only members of substitution groups that are among these global elements are made. */
    public RandomMessages(Collection<Class<?>> roots, RandomGenerator random) {
        this.roots = roots;
        this.random = random;
    }

    /**
     * From now on strings and octets may be empty. XML has no text in an empty element, so the
     * other engine leaves the first level there while our codec writes an empty text.
     */
    public RandomMessages withEmpty() {
        least = 0;
        return this;
    }

    /**
     * How much an element deserves: whole messages most, those of xmldsig little in the other sets,
     * which all have them.
     */
    public static int weight(MessageSet set, Class<?> type) {
        if (Iso20Message.class.isAssignableFrom(type)) {
            return 4;
        }
        return switch (type.getSimpleName()) {
            case "V2gMessage" -> 40;
            default ->
                    set == MessageSet.XMLDSIG
                                    || !type.getPackageName().equals("org.plugcharge.v2g.xmldsig")
                            ? 2
                            : 1;
        };
    }

    /** A record, or a simple value without facets. */
    public Object next(Class<?> type) {
        return value(type, null, 0);
    }

    private Object value(Class<?> type, @Nullable AnnotatedElement place, int depth) {
        if (Scalars.isScalar(type)) {
            return scalar(type, place);
        }
        if (type.isInterface()) {
            List<Class<?>> permitted = members(roots, type);
            return value(permitted.get(random.nextInt(permitted.size())), null, depth);
        }
        RecordShape shape = RecordShape.of(type);
        List<@Nullable Object> arguments = new ArrayList<>();
        for (RecordShape.Part part : shape.parts()) {
            if (part.list()) {
                arguments.add(list(part, depth));
            } else if (part.optional() && random.nextBoolean()) {
                arguments.add(null);
            } else {
                arguments.add(value(part.type(), part.place(), depth + 1));
            }
        }
        return shape.construct(arguments);
    }

    /** The records that may stand for this interface in a set. */
    static List<Class<?>> members(MessageSet set, Class<?> type) {
        return members(set.documents().values(), type);
    }

    private static List<Class<?>> members(Collection<Class<?>> roots, Class<?> type) {
        return RecordShape.permitted(type).stream()
                .filter(one -> !RecordShape.isHead(type) || roots.contains(one))
                .toList();
    }

    private List<Object> list(RecordShape.Part part, int depth) {
        Occurs occurs = part.place().getAnnotation(Occurs.class);
        int most = Math.min(occurs.max(), occurs.min() + (depth > 3 ? 1 : 3));
        int size =
                random.nextInt(40) == 0 && occurs.max() < 30
                        ? occurs.max()
                        : random.nextInt(occurs.min(), most + 1);
        List<Object> items = new ArrayList<>();
        for (int index = 0; index < size; index++) {
            items.add(value(part.type(), part.place(), depth + 1));
        }
        return items;
    }

    private Object scalar(Class<?> type, @Nullable AnnotatedElement place) {
        Length length = place == null ? null : place.getAnnotation(Length.class);
        Range range = place == null ? null : place.getAnnotation(Range.class);
        Xs xs = xs(place);
        if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return constants[random.nextInt(constants.length)];
        }
        return switch (type.getSimpleName()) {
            case "Bytes" -> Bytes.owning(octets(size(length)));
            case "String" -> text(size(length), xs);
            case "boolean", "Boolean" -> random.nextBoolean();
            case "byte", "Byte" -> (byte) number(range, Byte.MIN_VALUE, Byte.MAX_VALUE);
            case "short", "Short" -> (short) number(range, Short.MIN_VALUE, Short.MAX_VALUE);
            case "int", "Integer" ->
                    (int)
                            switch (xs) {
                                case UNSIGNED_BYTE -> number(range, 0, 255);
                                case UNSIGNED_SHORT -> number(range, 0, 65_535);
                                default -> number(range, Integer.MIN_VALUE, Integer.MAX_VALUE);
                            };
            case "long", "Long" ->
                    xs == Xs.UNSIGNED_INT
                            ? number(range, 0, 0xFFFF_FFFFL)
                            : number(range, Long.MIN_VALUE, Long.MAX_VALUE);
            case "BigInteger" ->
                    new BigInteger(random.nextInt(160), new java.util.Random(random.nextLong()))
                            .multiply(BigInteger.valueOf(random.nextBoolean() ? 1 : -1));
            default -> throw new IllegalStateException("no simple type: " + type);
        };
    }

    static Xs xs(@Nullable AnnotatedElement place) {
        Wire wire = place == null ? null : place.getAnnotation(Wire.class);
        Attribute attribute = place == null ? null : place.getAnnotation(Attribute.class);
        Text text = place == null ? null : place.getAnnotation(Text.class);
        return wire != null
                ? wire.xs()
                : attribute != null ? attribute.xs() : text != null ? text.xs() : Xs.DEFAULT;
    }

    private int size(@Nullable Length length) {
        int min = length == null ? least : Math.max(least, length.min());
        int max = length == null ? 40 : length.max();
        return switch (random.nextInt(6)) {
            case 0 -> min;
            case 1 -> max;
            default -> random.nextInt(min, Math.min(max, min + 20) + 1);
        };
    }

    private long number(@Nullable Range range, long min, long max) {
        long low = range == null ? min : range.min();
        long high = range == null ? max : range.max();
        return switch (random.nextInt(6)) {
            case 0 -> low;
            case 1 -> high;
            case 2 -> Math.clamp(random.nextInt(-200, 200), low, high);
            default -> high == Long.MAX_VALUE ? random.nextLong() : random.nextLong(low, high + 1);
        };
    }

    private byte[] octets(int size) {
        byte[] octets = new byte[size];
        random.nextBytes(octets);
        return octets;
    }

    private String text(int size, Xs xs) {
        StringBuilder text = new StringBuilder();
        boolean beyond = xs == Xs.DEFAULT && random.nextInt(4) == 0;
        for (int index = 0; index < size; index++) {
            String from = beyond && random.nextInt(3) == 0 ? BEYOND : LETTERS;
            int[] characters = from.codePoints().toArray();
            text.appendCodePoint(characters[random.nextInt(characters.length)]);
        }
        return text.toString();
    }
}
