package org.plugcharge.tool.rules;

import org.plugcharge.exi.Bytes;
import org.plugcharge.tool.session.Party;
import org.plugcharge.tool.session.Protocol;

import java.util.ArrayList;
import java.util.List;

/** Which session id messages carry. */
final class SessionIdentity {

    static final Rule NEW_ID =
            new Rule(
                    "session-id.new", "[V2G2-750]", "a new session gets a new id that is not zero");
    static final Rule JOINED =
            new Rule(
                    "session-id.joined",
                    "",
                    "a session that goes on keeps the id the vehicle has sent");
    static final Rule KEPT =
            new Rule(
                    "session-id.kept",
                    "[V2G2-460] [V2G20-460]",
                    "every message after SessionSetupRes carries the id of the session");
    static final Rule UNKNOWN =
            new Rule(
                    "session-id.unknown",
                    "[V2G2-460] [V2G20-460]",
                    "a request with another id is answered with FAILED_UnknownSession");
    static final Rule LENGTH =
            new Rule("session-id.length", "", "a session id of ISO 15118-20 has 8 octets");

    private static final String UNKNOWN_SESSION = "FAILED_UnknownSession";

    private SessionIdentity() {}

    static List<Finding> judge(Course course, Said said) {
        Bytes found = said.message().sessionId().orElse(null);
        if (found == null || said.message().isNegotiation()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        boolean iso20 = course.protocol().filter(Protocol::isIso20).isPresent();
        if (iso20 && found.length() != 8) {
            findings.add(Finding.broken(LENGTH, "found " + found.length() + " octets"));
        }
        if (said.message().exchange().equals("SessionSetup")) {
            if (said.by() == Party.STATION) {
                setup(course, said, found, findings);
            }
            return findings;
        }
        Bytes expected = course.sessionId().orElse(null);
        if (expected == null) {
            return findings;
        }
        boolean unknown = said.message().says(UNKNOWN_SESSION, "ResponseCode");
        if (!found.equals(expected) && !(unknown && said.by() == Party.STATION)) {
            findings.add(
                    Finding.broken(
                            KEPT,
                            "expected session id "
                                    + hex(expected)
                                    + " from the "
                                    + said.by()
                                    + ", found "
                                    + hex(found)));
        }
        answer(course, said, expected, unknown, findings);
        return findings;
    }

    private static void answer(
            Course course, Said said, Bytes expected, boolean unknown, List<Finding> findings) {
        Said request = course.request();
        if (said.by() == Party.VEHICLE || request == null) {
            return;
        }
        boolean wrong =
                request.message().sessionId().filter(id -> !id.equals(expected)).isPresent();
        if (wrong && !said.message().failed()) {
            findings.add(
                    Finding.broken(
                            UNKNOWN,
                            "the request carried another id, but the answer is "
                                    + said.message().responseCode().orElse("without a code")));
        } else if (unknown && !wrong) {
            findings.add(
                    Finding.broken(
                            UNKNOWN,
                            "FAILED_UnknownSession, but the request carried the session's id"));
        }
    }

    private static void setup(Course course, Said said, Bytes found, List<Finding> findings) {
        Said request = course.request();
        boolean zero = found.equals(Bytes.owning(new byte[found.length()]));
        boolean joined = said.message().says("OK_OldSessionJoined", "ResponseCode");
        if (said.message().failed()) {
            return;
        }
        if (zero) {
            findings.add(Finding.broken(NEW_ID, "found session id " + hex(found)));
        } else if (joined
                && request != null
                && request.message().sessionId().filter(id -> !id.equals(found)).isPresent()) {
            findings.add(
                    Finding.broken(
                            JOINED,
                            "OK_OldSessionJoined, but the id is " + hex(found) + ", not the sent"));
        }
    }

    private static String hex(Bytes id) {
        return id.length() == 0 ? "(empty)" : id.toHex();
    }
}
