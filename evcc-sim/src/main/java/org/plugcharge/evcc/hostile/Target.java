package org.plugcharge.evcc.hostile;

import org.plugcharge.certs.tls.KeyLog;
import org.plugcharge.evcc.host.CarException;
import org.plugcharge.evcc.host.Link;
import org.plugcharge.evcc.host.SdpClient;
import org.plugcharge.evcc.host.Wiretap;
import org.plugcharge.evcc.hostile.Stroll.Point;
import org.plugcharge.v2g.v2gtp.SdpSecurity;

import java.net.NetworkInterface;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A station under test: the interface it is on, the port of its discovery (15118), and the papers a
 * car has for it. {@code taps} is asked for each connection.
 *
 * @param patience how many times as long as it may the station takes on a busy machine: what is
 *     waited is multiplied by it, and what is measured divided
 */
public record Target(
        NetworkInterface network,
        int discoveryPort,
        Optional<Papers> papers,
        Supplier<Heard> taps,
        int patience) {

    /** A station that has a machine to itself. */
    public Target(
            NetworkInterface network,
            int discoveryPort,
            Optional<Papers> papers,
            Supplier<Heard> taps) {
        this(network, discoveryPort, papers, taps, 1);
    }

    /** Who hears a connection, and where its secrets go. */
    public record Heard(Wiretap tap, KeyLog keyLog) {

        /** Nobody, nowhere. */
        public static final Heard NOBODY = new Heard(Wiretap.NONE, KeyLog.NONE);
    }

    private static final Duration READY = Duration.ofSeconds(5);

    /** The time gone since {@link System#nanoTime} was this. */
    Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start).dividedBy(patience);
    }

    /** So much time, in milliseconds. */
    int millis(Duration time) {
        return Math.toIntExact(time.multipliedBy(patience).toMillis());
    }

    /** What this link says and hears. */
    Talk talk(Link link) {
        return new Talk(link, patience);
    }

    SdpClient.Found find(SdpSecurity wanted) {
        return SdpClient.find(network, discoveryPort, wanted, _ -> {});
    }

    Papers requiredPapers() throws NotReached {
        return papers.orElseThrow(() -> new NotReached("no certificates: give --pki DIR"));
    }

    /** A connection as a car with these papers would make it: TLS if both sides can. */
    Talk connect() throws NotReached {
        return connect(papers.isPresent() ? SdpSecurity.TLS : SdpSecurity.NONE);
    }

    Talk connect(SdpSecurity wanted) throws NotReached {
        try {
            Heard heard = taps.get();
            SdpClient.Found found =
                    SdpClient.find(network, discoveryPort, wanted, _ -> {}, heard.tap());
            return found.response().security() == SdpSecurity.NONE
                    ? talk(Link.plain(found.address(), heard.tap()))
                    : talk(
                            Link.tls(
                                    found.address(),
                                    requiredPapers().tlsProfile().logging(heard.keyLog()),
                                    new SecureRandom(),
                                    heard.tap()));
        } catch (CarException e) {
            throw new NotReached(String.valueOf(e.getMessage()));
        }
    }

    /** A connection without TLS. */
    Talk plain() throws NotReached {
        Talk talk = connect(SdpSecurity.NONE);
        if (talk.secured()) {
            talk.close();
            throw new NotReached("the station takes TLS only");
        }
        return talk;
    }

    /** A connection with TLS. */
    Talk secured() throws NotReached {
        requiredPapers();
        Talk talk = connect(SdpSecurity.TLS);
        if (!talk.secured()) {
            talk.close();
            throw new NotReached("the station offers no TLS");
        }
        return talk;
    }

    /** Makes a connection. */
    @FunctionalInterface
    interface Dialling {
        Talk dial() throws NotReached;
    }

    /** A session that has got this far, in a connection as a car would make it. */
    Walk walk(Point point) throws NotReached, InterruptedException {
        return walk(this::connect, point);
    }

    /** The same in another connection. */
    Walk walk(Dialling dialling, Point point) throws NotReached, InterruptedException {
        return reach(() -> new Walk(dialling.dial(), this), point);
    }

    /** A session of DIN SPEC 70121 that has got this far. */
    DinWalk dinWalk(Point point) throws NotReached, InterruptedException {
        return reach(() -> new DinWalk(plain()), point);
    }

    /** Makes a session that has not begun. */
    private interface Begin<S extends Stroll> {
        S begin() throws NotReached;
    }

    /** A station has five seconds to become ready after what was done to it before. */
    private <S extends Stroll> S reach(Begin<S> begin, Point point)
            throws NotReached, InterruptedException {
        long start = System.nanoTime();
        while (true) {
            S walk = begin.begin();
            try {
                walk.to(point);
                return walk;
            } catch (NotReached e) {
                walk.close();
                if (e.hopeless()
                        || walk.at().compareTo(Point.SET_UP) >= 0
                        || since(start).compareTo(READY) > 0) {
                    throw e;
                }
                Thread.sleep(50);
            }
        }
    }
}
