package org.plugcharge.exi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This component is the text of a type with simple content; all other components are then
 * attributes.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface Text {

    /** The XML Schema type where the Java type leaves a choice. */
    Xs xs() default Xs.DEFAULT;
}
