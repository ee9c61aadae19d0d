package org.plugcharge.exi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * {@code minInclusive} and {@code maxInclusive} of an integer; both are needed, within the range of
 * its {@link Xs} type.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface Range {

    /** {@code minInclusive}. */
    long min();

    /** {@code maxInclusive}. */
    long max();
}
