package org.plugcharge.secc.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.evse.EvseReading.Contactor;
import org.plugcharge.secc.host.Journal.SessionEnded;
import org.plugcharge.secc.session.iso2.Input;
import org.plugcharge.secc.session.iso2.Timer;
import org.plugcharge.v2g.iso2.CurrentDemandRes;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * The next vehicle charges after a session that failed, and no limit of the station had to run out
 * before it could: what was waited for is in the journal, so no clock is asked.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ReadyAgainHostTest {

    private final TestStation back = new TestStation();
    private final List<Journal.Entry> journal = new CopyOnWriteArrayList<>();

    /** How a vehicle goes that does not say good-bye. */
    private interface Failure {
        void happen(SocketCar car) throws IOException;
    }

    @Test
    void theNextVehicleWaitsForNoLimitOfTheStation() throws Exception {
        List<Failure> failures =
                List.of(
                        SocketCar::abort,
                        SocketCar::close,
                        car -> car.send(Bytes.fromHex("01fe800100000002ffff")),
                        car -> {
                            car.ask(Road.SETUP);
                            car.close();
                        });
        try (Secc station =
                Secc.start(TestStation.settings(TlsPolicy.ALLOW), back.evse, back, journal::add)) {
            for (Failure failure : failures) {
                try (SocketCar car = SocketCar.plain(station).drive(Road.TO_POWER)) {
                    assertThat(car.ask(Road.DEMAND)).isInstanceOf(CurrentDemandRes.class);
                    failure.happen(car);
                    awaitFree(station);
                }
            }
            try (SocketCar last = SocketCar.plain(station).drive(Road.TO_POWER)) {
                assertThat(last.ask(Road.DEMAND)).isInstanceOf(CurrentDemandRes.class);
            }
            awaitFree(station);
        }
        assertThat(back.evse.reading().contactor()).isEqualTo(Contactor.OPEN);
        assertThat(journal.stream().map(Journal.Entry::what).filter(SessionEnded.class::isInstance))
                .hasSize(failures.size() + 1);
        assertThat(journal.stream().map(Journal.Entry::what))
                .doesNotContain(
                        new Input.Fired(Timer.SEQUENCE),
                        new Input.Fired(Timer.LINGER),
                        new Input.Fired(Timer.COMMUNICATION_SETUP));
    }

    private static void awaitFree(Secc station) throws InterruptedException {
        while (station.inSession()) {
            Thread.sleep(5);
        }
    }
}
