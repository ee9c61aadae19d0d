package org.plugcharge.exi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This component is an attribute, optional if and only if nullable. Attributes may stand anywhere
 * in the record; they are coded sorted by name.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface Attribute {

    /** The attribute's local name. */
    String value();

    /** The XML Schema type where the Java type leaves a choice, such as {@link Xs#ID}. */
    Xs xs() default Xs.DEFAULT;
}
