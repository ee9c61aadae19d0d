package org.plugcharge.exi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This component is a child element. Components are the particles of the type's sequence, in order.
 *
 * <p>Optional ({@code minOccurs="0"}) if and only if nullable; repeated if a {@link java.util.List}
 * with {@link Occurs}. The component's type is a record with a schema annotation, a {@link
 * SubstitutionGroup} (or an interface below one), an enum, or one of the simple types of {@link
 * Xs}.
 *
 * <p>On a method of an interface it says the same of the components of that name in all records
 * below that have no annotation of their own: what their types inherit, with the namespace of the
 * interface.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface Wire {

    /** The element's local name. */
    String value();

    /**
     * Whether the schema refers to a global element. A record's or group's namespace is then the
     * element's; a simple type's element becomes a global one of the enclosing type's namespace.
     * Otherwise the element is local, in the namespace of the enclosing type.
     */
    boolean ref() default false;

    /** The XML Schema type where the Java type leaves a choice. */
    Xs xs() default Xs.DEFAULT;
}
