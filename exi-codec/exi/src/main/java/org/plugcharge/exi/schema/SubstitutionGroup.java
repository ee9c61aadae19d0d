package org.plugcharge.exi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This interface is a global element that others may stand for; the records of a set that implement
 * it (each a {@link GlobalElement}) are the members.
 *
 * <p>The head keeps its event code. If no member is the {@link GlobalElement} of the head's own
 * name, the head is abstract; the content of its type is then given by the interface's methods that
 * carry {@link Wire} or {@link Attribute}, in the order written, and each member repeats them
 * first. A component uses the group by {@code @Wire(value = "Head", ref = true)}. A record may be a
 * member of several groups.
 *
 * <p>The interface is sealed; or, if its members are of other packages, open, and each set seals
 * one below it, which its components use.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SubstitutionGroup {

    /** The head's local name. */
    String value();

    /** Name of the head's type; the head's name with {@code Type} behind it if left empty. */
    String type() default "";
}
