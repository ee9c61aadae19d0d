package org.plugcharge.exi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How often the element (or choice, or group) of a {@link java.util.List} component stands. The
 * list itself is never null; empty means none.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface Occurs {

    /** {@code maxOccurs="unbounded"}. */
    int UNBOUNDED = Integer.MAX_VALUE;

    /** {@code minOccurs}. */
    int min() default 1;

    /** {@code maxOccurs}. */
    int max();
}
