package org.plugcharge.plc.segment;

import org.plugcharge.exi.Bytes;
import org.plugcharge.plc.mme.Attenuation;
import org.plugcharge.plc.mme.MacAddress;
import org.plugcharge.plc.slac.Entropy;
import org.plugcharge.plc.slac.ModemProfile;
import org.plugcharge.plc.slac.PevSlac;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A segment with one car and some stations, in virtual time and with seeded octets. */
final class Bench {

    static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    final Segment segment;
    final Station car = station(1, Station.Role.PEV);
    final List<Station> stations = new ArrayList<>();
    final List<Sighting> seen = new ArrayList<>();
    final Pace pace = Pace.virtual(START);
    private final Entropy entropy;

    Bench(long seed, Weather weather, int... decibels) {
        segment = new Segment(Duration.ofMillis(200), weather);
        segment.attach(car);
        for (int decibel : decibels) {
            Station station = station(10 + stations.size(), Station.Role.EVSE);
            stations.add(station);
            segment.attach(station);
            segment.connect(car, station, Attenuation.flat(decibel));
        }
        entropy = seeded(seed);
    }

    MatchOutcome match() {
        return match(40_000);
    }

    MatchOutcome match(int limit) {
        PevSlac.Settings settings =
                new PevSlac.Settings(car.host(), car.modem(), car.profile(), 0, limit, 3_000);
        try {
            return SegmentMatch.match(segment, settings, car, stations, pace, entropy, seen::add);
        } catch (InterruptedException e) {
            throw new AssertionError("virtual time never waits", e);
        }
    }

    static Station station(int number, Station.Role role) {
        return new Station(
                MacAddress.parse("02:00:00:00:00:%02x".formatted(number)),
                MacAddress.parse("02:00:00:00:01:%02x".formatted(number)),
                role,
                number % 2 == 0 ? ModemProfile.QUALCOMM : ModemProfile.HOMEPLUG);
    }

    static Entropy seeded(long seed) {
        Random random = new Random(seed);
        return count -> {
            byte[] octets = new byte[count];
            random.nextBytes(octets);
            return Bytes.owning(octets);
        };
    }

    /** An IPv6 frame without content. */
    static Bytes data(MacAddress from, MacAddress to) {
        return to.octets()
                .plus(from.octets())
                .plus(Bytes.fromHex("86dd"))
                .plus(Bytes.of(new byte[46]));
    }
}
