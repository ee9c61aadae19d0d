package org.plugcharge.certs;

import java.time.Instant;

/** When tests take place. */
final class TestClock {

    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private TestClock() {}
}
