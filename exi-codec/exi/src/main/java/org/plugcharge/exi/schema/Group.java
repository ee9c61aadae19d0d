package org.plugcharge.exi.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This record is no element and no type, only a sequence of the particles that are its components.
 *
 * <p>It may be an alternative of a {@link Choice}, or the type of a component that is then optional
 * or repeated as a whole.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Group {}
