package org.plugcharge.exi.compiler;

import org.jspecify.annotations.Nullable;

import javax.lang.model.element.Element;

/** A record that is no schema type although it says so; reported at the place in the source. */
final class SchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Element place;

    SchemaException(@Nullable Element place, String message) {
        super(message);
        this.place = place;
    }

    @Nullable Element place() {
        return place;
    }
}
