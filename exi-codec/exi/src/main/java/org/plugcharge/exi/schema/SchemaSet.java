package org.plugcharge.exi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One grammar set: the namespaces that are compiled together, so that one document grammar and one
 * fragment grammar number their elements.
 *
 * <p>Stands on the {@code package-info} of the package that names the set. The types of the listed
 * packages belong to it; one package may be part of many sets (xmldsig is part of nearly all), and
 * a package may hold several sets.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PACKAGE)
@Repeatable(SchemaSet.All.class)
public @interface SchemaSet {

    /** What the set is called on command lines and in error messages, such as {@code iso2}. */
    String name();

    /** The first part of the generated classes' names, such as {@code Iso2}. */
    String prefix();

    /** Java packages whose types belong to the set besides the annotated one. */
    String[] packages() default {};

    /** If not empty, only types of these namespaces belong to the set. */
    String[] namespaces() default {};

    /** Local names of the elements that are coded as EXI fragments: those that are signed. */
    String[] fragments() default {};

    /** Several sets in one package. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PACKAGE)
    @interface All {

        /** The sets. */
        SchemaSet[] value();
    }
}
