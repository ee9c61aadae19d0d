package org.plugcharge.exi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This sealed interface is an {@code xs:choice}; its permitted records, in the order of the {@code
 * permits} clause, are the alternatives.
 *
 * <p>An alternative is a {@link Group}, or a complex type with a {@link LocalElement} or {@link
 * GlobalElement} name. A component of this type has no {@link Wire}; it may be nullable or a list
 * with {@link Occurs}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Choice {

    /**
     * Whether {@code xs:any} is the last alternative: counted in the event codes, its content
     * refused.
     */
    boolean wildcard() default false;
}
