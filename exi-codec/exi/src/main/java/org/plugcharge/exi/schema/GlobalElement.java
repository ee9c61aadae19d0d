package org.plugcharge.exi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This record is the complex type of a global element, which is therefore part of the document
 * grammar.
 *
 * <p>The type is called like the element with {@code Type} behind it, unless {@link ComplexType}
 * says otherwise.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface GlobalElement {

    /** The element's local name. */
    String value();
}
