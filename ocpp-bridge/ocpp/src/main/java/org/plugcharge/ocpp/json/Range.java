package org.plugcharge.ocpp.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The bounds of a whole number on the wire, both inclusive; absent means the bounds of an {@code
 * int}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Range {

    /** The least value. */
    int min() default Integer.MIN_VALUE;

    /** The greatest value. */
    int max() default Integer.MAX_VALUE;
}
