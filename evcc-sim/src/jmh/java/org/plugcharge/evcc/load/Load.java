package org.plugcharge.evcc.load;

import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.evcc.battery.Battery;
import org.plugcharge.evcc.battery.BatterySpec;
import org.plugcharge.evcc.host.CarBody;
import org.plugcharge.evcc.host.EvccHost;
import org.plugcharge.evcc.host.Journal;
import org.plugcharge.evcc.host.Link;
import org.plugcharge.evcc.host.PkiCarKeys;
import org.plugcharge.evcc.host.SessionListener;
import org.plugcharge.evcc.host.Wiretap;
import org.plugcharge.evcc.session.ChargePoint;
import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.Pace;
import org.plugcharge.evcc.session.iso2.VehiclePlan;
import org.plugcharge.exi.Bytes;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Cars and stations in one JVM, over TLS on loopback: {@code loop CARS SECONDS} charges with ten
 * messages a second each; {@code sessions CARS SECONDS} plays whole Plug and Charge sessions one
 * after the other without a pause, and looks at heap, threads and descriptors meanwhile.
 */
public final class Load {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Stations stations;
    private final PkiCarKeys keys;
    private final Times answers = new Times();
    private final Times whole = new Times();
    private final AtomicInteger failed = new AtomicInteger();
    private volatile boolean counting;
    private volatile boolean over;

    private Load(int cars) throws IOException {
        stations = new Stations(cars);
        keys =
                new PkiCarKeys(
                        stations.pki.anchors(),
                        Optional.of(stations.pki.member(Iso2Profile.OEM_PROVISIONING_LEAF)),
                        InstantSource.system());
        keys.use(
                stations.pki.chain(Iso2Profile.CONTRACT_LEAF),
                stations.pki.key(Iso2Profile.CONTRACT_LEAF));
    }

    /** Runs one of the two loads. */
    public static void main(String[] arguments) throws Exception {
        int cars = Integer.parseInt(arguments[1]);
        int seconds = Integer.parseInt(arguments[2]);
        Load load = new Load(cars);
        switch (arguments[0]) {
            case "loop" -> load.loop(seconds);
            case "sessions" -> load.sessions(seconds);
            default -> throw new IllegalArgumentException("loop or sessions CARS SECONDS");
        }
        load.stations.close();
        System.exit(load.failed.get() == 0 ? 0 : 1);
    }

    private void loop(int seconds) throws Exception {
        System.out.println("before: " + resources());
        Pace pace = new Pace(Duration.ofMillis(100), Duration.ofMillis(100), 20);
        for (InetSocketAddress station : stations.encrypted) {
            Thread.startVirtualThread(() -> drive(station, plan(10 * (seconds + 20), pace)));
            Thread.sleep(20);
        }
        Thread.sleep(5_000);
        System.out.println("all in the loop: " + resources());
        counting = true;
        long begin = System.nanoTime();
        Thread.sleep(seconds * 1_000L);
        counting = false;
        double lasted = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "answers, at the car's socket: %s, %.0f/s%n",
                answers.text(),
                answers.count() / lasted);
        System.out.println("answers, inside the station:  " + stations.inside.text());
        System.out.println("failed: " + failed.get() + ", " + resources());
        over = true;
    }

    private void sessions(int seconds) throws Exception {
        System.out.println("before: " + resources());
        Pace pace = new Pace(Duration.ZERO, Duration.ofMillis(1), 20);
        long begin = System.nanoTime();
        long end = begin + seconds * 1_000_000_000L;
        List<Thread> cars = new ArrayList<>();
        for (InetSocketAddress station : stations.encrypted) {
            cars.add(
                    Thread.startVirtualThread(() -> {
                        while (System.nanoTime() < end) {
                            long start = System.nanoTime();
                            drive(station, plan(3, pace));
                            whole.add(System.nanoTime() - start);
                        }
                    }));
        }
        for (int tenth = 1; tenth <= 10; tenth++) {
            Thread.sleep(seconds * 100L);
            System.out.printf("%d sessions: %s%n", whole.count(), resources());
        }
        for (Thread car : cars) {
            car.join();
        }
        System.out.printf(
                Locale.ROOT,
                "sessions: %s, %.1f/s, failed %d%n",
                whole.text(),
                whole.count() / ((System.nanoTime() - begin) / 1e9),
                failed.get());
    }

    private VehiclePlan plan(int loops, Pace pace) {
        return VehiclePlan.externalPayment(
                        Bytes.fromHex("020000000001"), Battery.at(BatterySpec.CAR_400_V, 20), loops)
                .payingWith(keys.contract())
                .paced(pace);
    }

    private void drive(InetSocketAddress station, VehiclePlan plan) {
        Clock clock = new Clock();
        try (Link link = Link.tls(station, keys.tlsProfile(), RANDOM, clock)) {
            Ending ending =
                    new EvccHost(plan, link, keys, CarBody.SIMULATED, clock, new Journal(100))
                            .run();
            if (!(ending instanceof Ending.Completed)) {
                failed(ending);
            }
        } catch (RuntimeException | InterruptedException e) {
            failed(e);
        }
    }

    /** Those whose station goes away after the measurement did not fail. */
    private void failed(Object why) {
        if (over) {
            return;
        }
        if (failed.incrementAndGet() <= 5) {
            System.out.println("failed: " + why);
        }
    }

    /** From the octets of a request at the car's socket to those of its answer, in the loop. */
    private final class Clock implements Wiretap, SessionListener {
        private volatile boolean charging;
        private volatile long sent;

        @Override
        public void observed(ChargePoint point) {
            charging = true;
        }

        @Override
        public void sent(Bytes octets) {
            sent = System.nanoTime();
        }

        @Override
        public void received(Bytes octets) {
            if (charging && counting) {
                answers.add(System.nanoTime() - sent);
            }
        }
    }

    private static String resources() throws IOException {
        System.gc();
        Runtime vm = Runtime.getRuntime();
        String rss =
                Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("VmRSS"))
                        .findFirst()
                        .orElse("VmRSS ?");
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return "heap after GC %d KiB, threads %d, descriptors %d, %s"
                    .formatted(
                            (vm.totalMemory() - vm.freeMemory()) / 1_024,
                            java.lang.management.ManagementFactory.getThreadMXBean()
                                    .getThreadCount(),
                            descriptors.count(),
                            rss.replaceAll("\\s+", " "));
        }
    }
}
