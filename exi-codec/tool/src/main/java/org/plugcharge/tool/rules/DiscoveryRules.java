package org.plugcharge.tool.rules;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.v2gtp.SdpRequest;
import org.plugcharge.v2g.v2gtp.SdpResponse;
import org.plugcharge.v2g.v2gtp.SdpSecurity;
import org.plugcharge.v2g.v2gtp.SdpTransport;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How a vehicle looks for a station, and whether the connection keeps what was announced. */
public final class DiscoveryRules {

    static final Rule SPACED =
            new Rule(
                    "discovery.spaced",
                    "[V2G2-159]",
                    "a vehicle waits at least 250 ms for an answer before it asks again");
    static final Rule BOUNDED =
            new Rule("discovery.bounded", "[V2G2-161]", "a vehicle asks at most 50 times");
    static final Rule READABLE =
            new Rule("discovery.readable", "", "discovery is one V2GTP frame in a datagram");
    static final Rule UNASKED =
            new Rule("discovery.unasked", "", "a station announces itself when it is asked");
    static final Rule DOWNGRADED =
            new Rule(
                    "discovery.no-tls",
                    "[V2G2-627]",
                    "a station that has no TLS says so; there is no Plug & Charge then");
    static final Rule RAISED =
            new Rule(
                    "discovery.tls-required",
                    "",
                    "a station may ask for TLS where the vehicle did not");
    static final Rule OTHER_HOST =
            new Rule(
                    "discovery.other-host",
                    "",
                    "a station usually announces the address it answers from");
    static final Rule TCP = new Rule("discovery.tcp", "", "sessions run over TCP; UDP is reserved");
    static final Rule KEPT =
            new Rule(
                    "discovery.kept",
                    "[V2G2-626] [V2G2-627]",
                    "the connection is secured as the station has announced");

    private static final long SPACING_MS = 250;

    /** Timers of operating systems may be this much early, and capture points jitter. */
    private static final long TOLERANCE_MS = 5;

    private static final int MOST = 50;

    private DiscoveryRules() {}

    /** A datagram that is none of discovery. */
    public static Finding unreadable(String reason) {
        return Finding.broken(READABLE, reason);
    }

    /** The {@code count}th request of a vehicle, with when the one before it came. */
    public static List<Finding> request(int count, @Nullable Instant before, @Nullable Instant at) {
        List<Finding> findings = new ArrayList<>();
        if (before != null && at != null) {
            Duration gap = Duration.between(before, at);
            if (gap.toMillis() < SPACING_MS - TOLERANCE_MS) {
                findings.add(Finding.broken(SPACED, "asked again after " + Times.text(gap)));
            }
        }
        if (count == MOST + 1) {
            findings.add(Finding.broken(BOUNDED, "asked for the " + count + "st time"));
        }
        return findings;
    }

    /** An answer to a request, or to none; {@code from} is the address it came from. */
    public static List<Finding> response(
            @Nullable SdpRequest asked, SdpResponse response, Bytes from) {
        List<Finding> findings = new ArrayList<>();
        if (asked == null) {
            findings.add(Finding.note(UNASKED, "found an answer without a request before it"));
        } else if (asked.security() == SdpSecurity.TLS && response.security() == SdpSecurity.NONE) {
            findings.add(Finding.note(DOWNGRADED, "asked for TLS, offered none"));
        } else if (asked.security() == SdpSecurity.NONE && response.security() == SdpSecurity.TLS) {
            findings.add(Finding.note(RAISED, "asked for none, TLS it is"));
        }
        if (response.transport() != SdpTransport.TCP) {
            findings.add(Finding.broken(TCP, "found " + response.transport()));
        }
        if (!response.address().equals(from)) {
            findings.add(Finding.note(OTHER_HOST, "the announced address is another"));
        }
        return findings;
    }

    /** How the connection to an announced station begins. */
    public static List<Finding> connection(SdpResponse announced, boolean secured) {
        boolean expected = announced.security() == SdpSecurity.TLS;
        return expected == secured
                ? List.of()
                : List.of(
                        Finding.broken(
                                KEPT,
                                "announced security "
                                        + announced.security()
                                        + ", found "
                                        + (secured ? "TLS" : "plain V2GTP")));
    }
}
