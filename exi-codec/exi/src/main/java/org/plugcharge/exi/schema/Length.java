package org.plugcharge.exi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Length facets of a string (in characters, that is Unicode code points) or binary (in octets);
 * {@code xs:length} is both alike.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface Length {

    /** {@code minLength}. */
    int min() default 0;

    /** {@code maxLength}. */
    int max();
}
