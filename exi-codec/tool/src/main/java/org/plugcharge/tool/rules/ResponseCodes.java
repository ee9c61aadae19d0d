package org.plugcharge.tool.rules;

import org.plugcharge.tool.session.Party;
import org.plugcharge.tool.session.Protocol;

import java.util.List;
import java.util.Locale;

/** What follows from a response code. */
final class ResponseCodes {

    static final Rule REFUSED =
            new Rule("code.refused", "", "a response code FAILED refuses the request");
    static final Rule WARNED =
            new Rule(
                    "code.warning",
                    "",
                    "a response code WARNING refuses for now; the vehicle may try again");
    static final Rule FATAL =
            new Rule(
                    "code.fatal",
                    "response codes of ISO 15118-20",
                    "after FAILED both sides end the session");
    static final Rule PRESENT = new Rule("code.present", "", "a response has a response code");

    private ResponseCodes() {}

    static List<Finding> judge(Course course, Said said) {
        if (said.by() == Party.VEHICLE) {
            boolean iso20 = course.protocol().filter(Protocol::isIso20).isPresent();
            return iso20 && course.refused() && !said.message().exchange().equals("SessionStop")
                    ? List.of(
                            Finding.broken(
                                    FATAL, said.message().name() + " came after a FAILED response"))
                    : List.of();
        }
        String code = said.message().responseCode().orElse("");
        if (code.isEmpty()) {
            return List.of(Finding.broken(PRESENT, said.message().name() + " has none"));
        }
        if (said.message().failed()) {
            return List.of(Finding.note(REFUSED, "the station refuses: " + code));
        }
        return code.toUpperCase(Locale.ROOT).startsWith("WARNING")
                ? List.of(Finding.note(WARNED, "the station refuses for now: " + code))
                : List.of();
    }
}
