package org.plugcharge.evcc.hostile;

import org.plugcharge.certs.tls.TlsEngine;
import org.plugcharge.evcc.host.Link;
import org.plugcharge.evcc.hostile.Misbehaviour.Need;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.appprotocol.AppProtocolCodec;
import org.plugcharge.v2g.iso2.Iso2Namespaces;
import org.plugcharge.v2g.v2gtp.SdpSecurity;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** What a car can do wrong with TLS. */
final class TlsMisbehaviours {

    private static final Duration SOON = Duration.ofSeconds(6);
    private static final int CONNECT_MILLIS = 5_000;
    private static final int CUTS = 12;
    private static final String RIGHT_SUITE = "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256";

    private TlsMisbehaviours() {}

    static List<Misbehaviour> all() {
        return List.of(
                Misbehaviour.of(
                                "plain-at-tls-port",
                                "speaks without TLS at the port for TLS",
                                Demand.closed(SOON).or(gibberish()),
                                target ->
                                        talk(
                                                target,
                                                Talk.frame(
                                                        AppProtocolCodec.encode(
                                                                Walk.offer(
                                                                        Iso2Namespaces.MESSAGE)))))
                        .rows(8)
                        .needing(Need.TLS),
                Misbehaviour.of(
                                "noise-at-tls-port",
                                "sends noise at the port for TLS",
                                Demand.closed(SOON).or(gibberish()),
                                target -> talk(target, Bytes.owning(new byte[600])))
                        .rows(10)
                        .needing(Need.TLS),
                Misbehaviour.of(
                                "other-suite",
                                "offers only a cipher suite that ISO 15118-2 does not have",
                                Demand.closed(SOON),
                                target ->
                                        handshake(
                                                target,
                                                "TLSv1.2",
                                                "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
                                                ""))
                        .rows(10)
                        .needing(Need.TLS),
                Misbehaviour.of(
                                "scoped-server-name",
                                "names the station by its link-local address with the interface"
                                        + " (SNI), as one car stack does; must be let in",
                                undisturbedTls(),
                                target -> handshake(target, "TLSv1.2", RIGHT_SUITE, "fe80::1%eth0"))
                        .needing(Need.TLS),
                Misbehaviour.of(
                                "cut-handshakes",
                                "cuts the handshake of TLS off, "
                                        + CUTS
                                        + " times, and then wants to charge",
                                Demand.undisturbed(),
                                TlsMisbehaviours::cut)
                        .needing(Need.TLS));
    }

    private static Demand gibberish() {
        return new Demand("a TLS alert", reaction -> reaction instanceof Reaction.Gibberish);
    }

    private static Demand undisturbedTls() {
        return new Demand(
                "completes the handshake",
                reaction ->
                        reaction instanceof Reaction.Answered answered
                                && answered.message().equals(RIGHT_SUITE));
    }

    private static InetSocketAddress port(Target target) throws NotReached {
        var found = target.find(SdpSecurity.TLS);
        if (found.response().security() != SdpSecurity.TLS) {
            throw new NotReached("the station offers no TLS");
        }
        return found.address();
    }

    private static List<Reaction> talk(Target target, Bytes octets)
            throws NotReached, InterruptedException {
        try (Talk talk = target.talk(Link.plain(port(target), target.taps().get().tap()))) {
            talk.write(octets);
            return List.of(talk.next("noise", SOON));
        }
    }

    private static List<Reaction> cut(Target target) throws NotReached, InterruptedException {
        InetSocketAddress port = port(target);
        Bytes hello =
                Bytes.owning(
                        TlsEngine.client(target.requiredPapers().tlsProfile(), new SecureRandom())
                                .output());
        List<Reaction> reactions = new ArrayList<>();
        for (int i = 1; i <= CUTS; i++) {
            try (Socket socket = new Socket()) {
                socket.connect(port, CONNECT_MILLIS);
                socket.getOutputStream().write(hello.slice(0, hello.length() * i / CUTS).toArray());
            } catch (IOException e) {
                reactions.add(new Reaction.Gibberish("connection refused: " + e.getMessage()));
            }
        }
        try (Walk walk = target.walk(target::secured, Stroll.Point.SET_UP)) {
            reactions.add(walk.ask(new org.plugcharge.v2g.iso2.ServiceDiscoveryReq(null, null)));
        }
        return reactions;
    }

    /** A handshake by the TLS of the Java platform, which trusts anybody. */
    private static List<Reaction> handshake(
            Target target, String version, String suite, String serverName) throws NotReached {
        InetSocketAddress port = port(target);
        long start = System.nanoTime();
        try (SSLSocket socket = (SSLSocket) anybody().getSocketFactory().createSocket()) {
            socket.setEnabledProtocols(new String[] {version});
            socket.setEnabledCipherSuites(new String[] {suite});
            if (!serverName.isEmpty()) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setServerNames(List.of(new Scoped(serverName)));
                socket.setSSLParameters(parameters);
            }
            socket.setSoTimeout(target.millis(SOON));
            socket.connect(port, CONNECT_MILLIS);
            socket.startHandshake();
            return List.of(
                    new Reaction.Answered(
                            "ClientHello",
                            socket.getSession().getCipherSuite(),
                            target.since(start)));
        } catch (SSLException e) {
            return List.of(
                    new Reaction.Closed(target.since(start), String.valueOf(e.getMessage())));
        } catch (IOException e) {
            return List.of(
                    new Reaction.Closed(target.since(start), String.valueOf(e.getMessage())));
        }
    }

    /** A server name as it is, whatever the rules for names say. */
    private static final class Scoped extends SNIServerName {
        private static final int HOST_NAME = 0;

        Scoped(String name) {
            super(HOST_NAME, name.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static SSLContext anybody() throws NotReached {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anybody()}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new NotReached("this Java platform has no TLS: " + e.getMessage());
        }
    }

    /** Believes everybody: what is tested here is whom the station lets in. */
    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
