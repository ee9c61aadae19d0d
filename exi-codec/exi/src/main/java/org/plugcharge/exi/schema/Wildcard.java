package org.plugcharge.exi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * {@code xs:any} as the last particle of this type or group: counted in the event codes, refused
 * when met.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Wildcard {

    /** The least number of elements; a type that needs one cannot be encoded. */
    int min() default 0;

    /** The greatest number of elements, {@link Occurs#UNBOUNDED} for no limit. */
    int max() default Occurs.UNBOUNDED;

    /**
     * Whether elements of the type's own namespace are allowed too ({@code ##any}); else {@code
     * ##other}.
     */
    boolean any() default false;
}
