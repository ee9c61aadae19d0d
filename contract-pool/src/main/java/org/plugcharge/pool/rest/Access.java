package org.plugcharge.pool.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

import java.util.Set;

/** What every controller asks first. */
final class Access {

    private Access() {}

    /** Forbids all other roles; says nothing about what is there. */
    static void only(Grant grant, Role... roles) {
        if (!Set.of(roles).contains(grant.role())) {
            throw new Problem(
                    HttpStatus.FORBIDDEN,
                    "FORBIDDEN",
                    "expected a token of " + Set.of(roles) + ", got one of " + grant.role());
        }
    }

    /** A field that must be there. */
    static <T> T given(String name, @Nullable T value) {
        if (value == null) {
            throw Problem.badRequest("expected the field " + name);
        }
        return value;
    }
}
