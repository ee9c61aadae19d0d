package org.plugcharge.exi.compiler;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.List;

/**
 * A simple type: how its values lie in bits, which facets they have, and which Java type holds
 * them.
 */
sealed interface Value {

    /** The name of the built-in type, without prefix. */
    String xs();

    /** A short text that is equal exactly for equal types. */
    String signature();

    /** xs:boolean. */
    record Bool() implements Value {
        @Override
        public String xs() {
            return "boolean";
        }

        @Override
        public String signature() {
            return "boolean";
        }
    }

    /** An integer with bounds, in a Java integer of the given (primitive) type. */
    record Int(String xs, BigInteger min, BigInteger max, String java, boolean faceted)
            implements Value {

        /** EXI codes up to this many values in n bits. */
        private static final BigInteger SMALL = BigInteger.valueOf(4096);

        boolean small() {
            return max.subtract(min).add(BigInteger.ONE).compareTo(SMALL) <= 0;
        }

        int width() {
            return max.subtract(min).bitLength();
        }

        boolean wide64() {
            return max.bitLength() > 63;
        }

        @Override
        public String signature() {
            return xs + (faceted ? "_" + min + "_" + max : "");
        }
    }

    /** xs:integer. */
    record BigInt() implements Value {
        @Override
        public String xs() {
            return "integer";
        }

        @Override
        public String signature() {
            return "integer";
        }
    }

    /** A string; lengths in code points. */
    record Text(String xs, int min, int max) implements Value {
        @Override
        public String signature() {
            return xs + Value.facets(min, max);
        }
    }

    /** Octets. */
    record Binary(String xs, int min, int max) implements Value {
        @Override
        public String signature() {
            return xs + Value.facets(min, max);
        }
    }

    /** A string enumeration, in schema order. */
    record Enumeration(String java, String typeName, String uri, List<String> values)
            implements Value {
        @Override
        public String xs() {
            return "string";
        }

        int width() {
            return Codes.bits(values.size());
        }

        @Override
        public String signature() {
            return typeName;
        }
    }

    private static String facets(int min, int max) {
        return min == 0 && max == Integer.MAX_VALUE
                ? ""
                : "_" + min + "_" + (max == Integer.MAX_VALUE ? "" : max);
    }

    /** The name of the schema type, if it has one of its own. */
    static @Nullable String typeName(Value value) {
        return value instanceof Enumeration enumeration ? enumeration.typeName() : null;
    }
}
