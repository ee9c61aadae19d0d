package org.plugcharge.secc.host;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.EvseReading.Contactor;

/**
 * For Jazzer ({@code .ci/fuzz}): the whole path from octets of the wire to the session's step, in
 * every phase; in the normal build it runs what was found before. Whatever comes, nothing escapes,
 * and afterwards the connector is safe and free.
 */
class ConnectionFuzzTest {

    private final Outlet outlet = PluggedCar.outlet(new TestStation());

    /** Any octets, in pieces of any size. */
    @FuzzTest(maxDuration = "15s")
    void octets(FuzzedDataProvider data) {
        try (PluggedCar car = new PluggedCar(outlet, data.consumeBoolean())) {
            while (data.remainingBytes() > 0 && car.open()) {
                car.octets(Bytes.of(data.consumeBytes(1 + data.consumeInt(0, 2_000))));
            }
        }
        assertSafeAndFree();
    }

    /** Any EXI payload in a good frame, in a phase of a session that went well so far. */
    @FuzzTest(maxDuration = "15s")
    void payloadInASession(FuzzedDataProvider data) {
        int phase = data.consumeInt(0, Road.TO_POWER.size());
        try (PluggedCar car = new PluggedCar(outlet, data.consumeBoolean())) {
            car.negotiate();
            Road.TO_POWER.subList(0, phase).forEach(car::askOn);
            while (data.remainingBytes() > 0 && car.open()) {
                car.octets(Road.frame(Bytes.of(data.consumeBytes(data.consumeInt(1, 2_000)))));
            }
        }
        assertSafeAndFree();
    }

    /** Good requests with a few bent bits, in any order. */
    @FuzzTest(maxDuration = "15s")
    void bentRequests(FuzzedDataProvider data) {
        try (PluggedCar car = new PluggedCar(outlet, data.consumeBoolean())) {
            car.octets(Road.negotiation());
            car.heard();
            while (data.remainingBytes() > 0 && car.open()) {
                int which = data.consumeInt(0, Road.TO_POWER.size() - 1);
                byte[] octets = Road.request(car.sessionId(), Road.TO_POWER.get(which)).toArray();
                for (int bends = data.consumeInt(0, 3); bends > 0; bends--) {
                    octets[data.consumeInt(0, octets.length - 1)] ^= data.consumeByte();
                }
                car.octets(Bytes.of(octets));
                car.learnSessionId();
            }
        }
        assertSafeAndFree();
    }

    private void assertSafeAndFree() {
        if (outlet.inSession()) {
            throw new AssertionError("the connector is still taken");
        }
        if (outlet.driver().reading().contactor() != Contactor.OPEN) {
            throw new AssertionError("the contactor is still closed");
        }
    }
}
