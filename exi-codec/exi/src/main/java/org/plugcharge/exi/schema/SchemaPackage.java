package org.plugcharge.exi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the XML namespace of the schema types in a Java package; a type in another one says so by
 * {@link Namespace}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PACKAGE)
public @interface SchemaPackage {

    /** The target namespace of every type here without a {@link Namespace} of its own. */
    String namespace();

    /** Whether local elements carry the namespace ({@code elementFormDefault="qualified"}). */
    boolean elementsQualified() default true;

    /** Whether attributes carry the namespace ({@code attributeFormDefault="qualified"}). */
    boolean attributesQualified() default true;
}
