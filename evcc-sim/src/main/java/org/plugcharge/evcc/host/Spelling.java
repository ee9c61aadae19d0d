package org.plugcharge.evcc.host;

import org.plugcharge.exi.schema.WireName;

/** Response codes and the like as the standard spells them. */
public final class Spelling {

    private Spelling() {}

    /** {@code FAILED_SequenceError} for {@code FAILED_SEQUENCE_ERROR}. */
    public static String of(Enum<?> constant) {
        try {
            WireName name =
                    constant.getDeclaringClass()
                            .getField(constant.name())
                            .getAnnotation(WireName.class);
            return name == null ? constant.name() : name.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("a constant is a field of its enum", e);
        }
    }
}
