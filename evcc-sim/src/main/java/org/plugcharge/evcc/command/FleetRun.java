package org.plugcharge.evcc.command;

import org.plugcharge.evcc.fleet.Fleet;
import org.plugcharge.evcc.fleet.FleetSettings;
import org.plugcharge.evcc.fleet.FleetSummary;
import org.plugcharge.evcc.fleet.Stall;
import org.plugcharge.evcc.host.CarException;
import org.plugcharge.evcc.host.PkiCarKeys;
import org.plugcharge.evcc.report.CaseResult;
import org.plugcharge.evcc.report.CaseResult.Status;
import org.plugcharge.evcc.report.CaseResult.VisitResult;
import org.plugcharge.evcc.report.Timing;
import org.plugcharge.evcc.script.Script;
import org.plugcharge.evcc.script.Visit.Pay;
import org.plugcharge.v2g.v2gtp.SdpSecurity;

import java.io.PrintWriter;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A fleet, a line a second while it runs, and its sum. */
final class FleetRun {

    private static final Duration LINE_EVERY = Duration.ofSeconds(1);

    private FleetRun() {}

    static CaseResult run(Errand errand, FleetSettings settings, List<String> stalls, Script script)
            throws InterruptedException {
        Fleet fleet = new Fleet(settings, script, stalls(errand, stalls, script));
        long start = System.nanoTime();
        Thread lines =
                Thread.ofVirtual()
                        .start(() -> tell(errand.out(), settings, fleet.summary(), start));
        FleetSummary summary = fleet.run();
        lines.interrupt();
        lines.join();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        line(errand.out(), settings, summary, start);
        table(errand.out(), summary, took);
        return result(settings, summary, took);
    }

    private static List<Stall> stalls(Errand errand, List<String> names, Script script) {
        boolean pays = script.visits().stream().anyMatch(visit -> visit.pay() != Pay.STATION);
        SdpSecurity wanted =
                pays || script.car().tls() || errand.at().insistsOnTls()
                        ? SdpSecurity.TLS
                        : SdpSecurity.NONE;
        if (names.isEmpty()) {
            return List.of(
                    stall(
                            errand,
                            wanted,
                            errand.at().networkInterface(),
                            errand.at().discoveryPort(),
                            script));
        }
        return names.stream()
                .map(name -> {
                    String[] parts = name.split(":", 2);
                    int port =
                            parts.length > 1
                                    ? Integer.parseInt(parts[1])
                                    : errand.at().discoveryPort();
                    return stall(errand, wanted, network(parts[0]), port, script);
                })
                .toList();
    }

    /** Each connector with keys of its own: a contract that is installed is one car's only. */
    private static Stall stall(
            Errand errand, SdpSecurity wanted, NetworkInterface network, int port, Script script) {
        PkiCarKeys keys =
                script.car().pki().map(PkiCarKeys::read).orElseGet(() -> errand.payment().keys());
        return new Stall(
                errand.approach(wanted, network, port, keys), errand.target(network, port));
    }

    private static NetworkInterface network(String name) {
        try {
            NetworkInterface found = NetworkInterface.getByName(name);
            if (found == null) {
                throw new CarException("there is no interface " + name + ", named by --stalls");
            }
            return found;
        } catch (SocketException e) {
            throw new CarException("the interfaces can't be looked at: " + e.getMessage(), e);
        }
    }

    private static void tell(
            PrintWriter out, FleetSettings settings, FleetSummary summary, long start) {
        try {
            while (true) {
                Thread.sleep(LINE_EVERY);
                line(out, settings, summary, start);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static synchronized void line(
            PrintWriter out, FleetSettings settings, FleetSummary summary, long start) {
        out.printf(
                Locale.ROOT,
                "%7.1f s  came %d of %d, at stations or waiting %d, charged %d, misbehaved %d,"
                        + " failed %d%n",
                (System.nanoTime() - start) / 1e9,
                summary.arrivedCars(),
                settings.cars(),
                summary.busyCars(),
                summary.chargedCars(),
                summary.misbehavedCars(),
                summary.failedCars());
        out.flush();
    }

    private static void table(PrintWriter out, FleetSummary summary, Duration took) {
        out.printf(
                Locale.ROOT,
                "%d Wh in %.1f s; %.2f charges a second%n",
                summary.wattHours(),
                took.toMillis() / 1e3,
                summary.chargedCars() * 1e3 / Math.max(1, took.toMillis()));
        out.printf(Locale.ROOT, "%-30s %9s %11s %11s%n", "answer", "count", "median", "p99");
        summary.answerTimes()
                .forEach(times ->
                        out.printf(
                                Locale.ROOT,
                                "%-30s %9d %8.2f ms %8.2f ms%n",
                                times.message(),
                                times.count(),
                                times.median().toNanos() / 1e6,
                                times.p99().toNanos() / 1e6));
        summary.failures()
                .forEach((cause, count) ->
                        out.printf(Locale.ROOT, "failed %d times: %s%n", count, cause));
        out.flush();
    }

    private static CaseResult result(FleetSettings settings, FleetSummary summary, Duration took) {
        String text =
                "%d cars: %d charged, %d misbehaved and were taken as they must be, %d failed%s"
                        .formatted(
                                settings.cars(),
                                summary.chargedCars(),
                                summary.misbehavedCars(),
                                summary.failedCars(),
                                summary.failures().isEmpty()
                                        ? ""
                                        : ": " + causes(summary.failures()));
        List<Timing> timings =
                summary.answerTimes().stream()
                        .map(times ->
                                new Timing(
                                        times.message(),
                                        (int) times.count(),
                                        times.median(),
                                        times.p99(),
                                        times.p99(),
                                        Map.of()))
                        .toList();
        return CaseResult.of(
                "fleet",
                "fleet of " + settings.cars(),
                summary.failedCars() == 0 ? Status.PASSED : Status.FAILED,
                text,
                took,
                List.of(new VisitResult("fleet", text, took, summary.wattHours(), timings)));
    }

    private static String causes(Map<String, Long> failures) {
        StringBuilder causes = new StringBuilder();
        failures.forEach((cause, count) ->
                causes.append(causes.isEmpty() ? "" : "; ")
                        .append(count)
                        .append(" x ")
                        .append(cause));
        return causes.toString();
    }
}
