package org.plugcharge.secc.simulated;

import org.plugcharge.secc.evse.MeterReading;
import org.plugcharge.secc.evse.SignedReading;

import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An energy meter: counts what flowed, and signs when a charge begins, when it ends, and once a
 * second in between. The register of one signature is the exact one of that moment.
 */
final class SimulatedMeter {

    private static final long NANO_JOULES_PER_WATT_HOUR = 3_600L * 1_000_000_000L;
    private static final Duration SIGNS_EVERY = Duration.ofSeconds(1);

    private final String id;
    private final Optional<Ocmf> ocmf;
    private long nanoJoules;
    private boolean charging;
    private Optional<SignedReading> signed = Optional.empty();

    SimulatedMeter(String id, String currentType, Optional<PrivateKey> key) {
        this.id = id;
        this.ocmf = key.map(signer -> new Ocmf(id, currentType, signer));
    }

    void count(long milliWatts, long micros) {
        nanoJoules += milliWatts * micros;
    }

    private long wattHours() {
        return nanoJoules / NANO_JOULES_PER_WATT_HOUR;
    }

    void begin(Instant at) {
        if (!charging) {
            charging = true;
            sign(Ocmf.Occasion.BEGIN, at);
        }
    }

    void end(Instant at) {
        if (charging) {
            charging = false;
            sign(Ocmf.Occasion.END, at);
        }
    }

    MeterReading reading(Instant at) {
        boolean due = signed.filter(last -> !at.isBefore(last.at().plus(SIGNS_EVERY))).isPresent();
        if (charging && due) {
            sign(Ocmf.Occasion.CHARGING, at);
        }
        return new MeterReading(id, at, wattHours(), signed);
    }

    private void sign(Ocmf.Occasion occasion, Instant at) {
        signed = ocmf.map(signer -> signer.sign(occasion, at, wattHours()));
    }
}
