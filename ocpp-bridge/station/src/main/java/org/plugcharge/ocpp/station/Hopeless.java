package org.plugcharge.ocpp.station;

import org.plugcharge.ocpp.rpc.CallFailure;

import java.util.Set;

/**
 * Whether an event that failed will fail again as it is: the CSMS says that its form is wrong, not
 * that the CSMS is in trouble. A CSMS whose database is away must not cost an event.
 */
final class Hopeless {

    private static final Set<String> FORM =
            Set.of(
                    "FormatViolation",
                    "FormationViolation",
                    "OccurenceConstraintViolation",
                    "OccurrenceConstraintViolation",
                    "PropertyConstraintViolation",
                    "TypeConstraintViolation",
                    "NotImplemented",
                    "NotSupported");

    private Hopeless() {}

    static boolean is(CallFailure failure) {
        return switch (failure) {
            case CallFailure.Refused refused -> FORM.contains(refused.code());
            case CallFailure.Unsendable _ -> true;
            case CallFailure.TimedOut _,
                    CallFailure.BadAnswer _,
                    CallFailure.Disconnected _,
                    CallFailure.Busy _ ->
                    false;
        };
    }
}
