package org.plugcharge.secc.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.KeyedCertificate;
import org.plugcharge.certs.Subject;
import org.plugcharge.certs.tls.ServerIdentity;
import org.plugcharge.certs.tls.ServerProfile;
import org.plugcharge.secc.evse.EvseReading.Contactor;
import org.plugcharge.secc.session.iso2.Iso2Station.ContractCheck;
import org.plugcharge.v2g.iso2.CurrentDemandRes;
import org.plugcharge.v2g.iso2.SessionSetupRes;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Two hundred stations in one process, each with its own address, certificate and EVSE id. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class DepotHostTest {

    private static final int STATIONS = 200;

    private final List<TestStation> back = new ArrayList<>();

    private Secc start(Depot depot, int number) throws Exception {
        TestStation own = new TestStation();
        back.add(own);
        KeyedCertificate leaf =
                TestStation.PKI.issue(
                        Iso2Profile.SECC_LEAF,
                        Subject.named(evseId(number)).of("TEST").in("DE"),
                        "station " + number);
        ServerIdentity identity =
                ServerIdentity.of(
                        TestStation.PKI.chainOf(leaf.certificate(), Iso2Profile.SECC_LEAF),
                        leaf.key(),
                        TestStation.PKI.certificate(Iso2Profile.V2G_ROOT));
        ServerProfile profile = new ServerProfile(List.of(identity));
        SeccSettings settings =
                new SeccSettings(
                        InetAddress.getByName("127.0.1." + number),
                        0,
                        TlsPolicy.FORCE,
                        () -> profile,
                        evseId(number),
                        true,
                        true,
                        false,
                        ContractCheck.CENTRAL,
                        150_000,
                        Duration.ofSeconds(5));
        return depot.start(settings, own.evse, own, Journal.NONE);
    }

    private static String evseId(int number) {
        return "DE*PNC*E%05d".formatted(number);
    }

    @Test
    void twoHundredStationsInOneProcess() throws Exception {
        int threadsBefore = Thread.activeCount();
        List<SocketCar> cars = new ArrayList<>();
        try (Depot depot = new Depot(2)) {
            for (int number = 1; number <= STATIONS; number++) {
                Secc station = start(depot, number);
                SocketCar car = SocketCar.secured(station);
                cars.add(car);
                car.negotiate();
                assertThat(car.ask(Road.SETUP))
                        .isInstanceOfSatisfying(
                                SessionSetupRes.class,
                                answer ->
                                        assertThat(answer.evseId())
                                                .isEqualTo(evseId(depot.stations().size())));
            }
            assertThat(cars).extracting(SocketCar::leaf).doesNotHaveDuplicates();
            assertThat(depot.stations()).hasSize(STATIONS).allMatch(Secc::inSession);
            assertThat(Thread.activeCount() - threadsBefore).isLessThan(10);
            SocketCar last = cars.getLast();
            for (var request : Road.TO_POWER.subList(1, Road.TO_POWER.size())) {
                last.askOn(request);
            }
            assertThat(last.ask(Road.DEMAND)).isInstanceOf(CurrentDemandRes.class);
            assertThat(back.getLast().evse.reading().contactor()).isEqualTo(Contactor.CLOSED);
            assertThat(back.getFirst().evse.reading().contactor()).isEqualTo(Contactor.OPEN);
            depot.stations().getFirst().close();
            assertThat(depot.stations()).hasSize(STATIONS - 1);
            assertThat(last.ask(Road.DEMAND)).isInstanceOf(CurrentDemandRes.class);
        } finally {
            for (SocketCar car : cars) {
                car.close();
            }
        }
        assertThat(back.getLast().evse.reading().contactor())
                .as("closing the depot ends its sessions safely")
                .isEqualTo(Contactor.OPEN);
    }

    @Test
    void aStationThatCannotStartLeavesTheOthersAlone() throws Exception {
        try (Depot depot = new Depot(1)) {
            Secc first = start(depot, 1);
            SeccSettings nowhere =
                    TestStation.settings(
                            InetAddress.getByName("192.0.2.1"), TlsPolicy.FORCE, "DE*PNC*E00099");
            TestStation other = new TestStation();
            assertThatThrownBy(() -> depot.start(nowhere, other.evse, other, Journal.NONE))
                    .isInstanceOf(SeccException.class)
                    .hasMessageContaining("192.0.2.1");
            assertThat(depot.stations()).containsExactly(first);
            try (SocketCar car = SocketCar.secured(first).drive(Road.TO_POWER)) {
                assertThat(car.ask(Road.DEMAND)).isInstanceOf(CurrentDemandRes.class);
            }
        }
    }
}
