package org.plugcharge.exi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An element that the schema declares and no record shows otherwise: it takes a place in the
 * grammars and nothing more.
 *
 * <p>Also says that a record or a simple type has one more global element.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PACKAGE)
@Repeatable(DeclaredElement.All.class)
public @interface DeclaredElement {

    /** The element's local name. */
    String value();

    /** The element's namespace; the package's if left empty. */
    String namespace() default "";

    /**
     * A schema type (record), an enum, or {@code String}, {@code Bytes}, a primitive; {@code void}
     * is an empty complex type.
     */
    Class<?> type() default void.class;

    /** The XML Schema type where the Java type leaves a choice. */
    Xs xs() default Xs.DEFAULT;

    /**
     * Whether it is a global element (in the document grammar) or a local one (in the fragment
     * grammar only).
     */
    boolean global() default true;

    /** Several elements in one package. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PACKAGE)
    @interface All {

        /** The elements. */
        DeclaredElement[] value();
    }
}
