package org.plugcharge.evcc.hostile;

import org.plugcharge.certs.tls.KeyLog;
import org.plugcharge.evcc.host.CarException;
import org.plugcharge.evcc.host.Link;
import org.plugcharge.evcc.host.SdpClient;
import org.plugcharge.evcc.host.Wiretap;
import org.plugcharge.v2g.v2gtp.SdpSecurity;

import java.net.NetworkInterface;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A station under test: the interface it is on, the port of its discovery (15118), and the papers a
 * car has for it. {@code taps} is asked for each connection.
 */
public record Target(
        NetworkInterface network,
        int discoveryPort,
        Optional<Papers> papers,
        Supplier<Heard> taps) {

    /** Who hears a connection, and where its secrets go. */
    public record Heard(Wiretap tap, KeyLog keyLog) {

        /** Nobody, nowhere. */
        public static final Heard NOBODY = new Heard(Wiretap.NONE, KeyLog.NONE);
    }

    private static final Duration READY = Duration.ofSeconds(5);

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
                    ? new Talk(Link.plain(found.address(), heard.tap()))
                    : new Talk(
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
    Walk walk(Walk.Point point) throws NotReached, InterruptedException {
        return walk(this::connect, point);
    }

    /**
     * The same in another connection. A station has five seconds to become ready after what was
     * done to it before.
     */
    Walk walk(Dialling dialling, Walk.Point point) throws NotReached, InterruptedException {
        long deadline = System.nanoTime() + READY.toNanos();
        while (true) {
            Walk walk = new Walk(dialling.dial(), this);
            try {
                walk.to(Walk.Point.min(point, Walk.Point.SET_UP));
                walk.to(point);
                return walk;
            } catch (NotReached e) {
                walk.close();
                if (walk.at().compareTo(Walk.Point.SET_UP) >= 0 || System.nanoTime() > deadline) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }
}
