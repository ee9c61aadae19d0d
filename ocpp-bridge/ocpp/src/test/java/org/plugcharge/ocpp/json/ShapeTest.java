package org.plugcharge.ocpp.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plugcharge.ocpp.v201.Action;

class ShapeTest {

    @ParameterizedTest
    @EnumSource(Action.class)
    void everyMessageHasAShape(Action action) {
        assertThat(action.request().getSimpleName()).isEqualTo(action.wire() + "Request");
        assertThat(action.response().getSimpleName()).isEqualTo(action.wire() + "Response");
        visit(new Shape.Nested(action.request()));
        visit(new Shape.Nested(action.response()));
    }

    private static void visit(Shape.Value value) {
        if (value instanceof Shape.Nested nested) {
            Shape.of(nested.type()).parts().forEach(part -> visit(part.value()));
        } else if (value instanceof Shape.Many many) {
            assertThat(many.min()).isLessThanOrEqualTo(many.max());
            visit(many.element());
        }
    }
}
