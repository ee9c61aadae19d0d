package org.plugcharge.ocpp.station;

import org.plugcharge.certs.TrustAnchors;
import org.plugcharge.ocpp.v201.IdToken;
import org.plugcharge.ocpp.v201.IdTokenType;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * Who a station is and whom it belongs to.
 *
 * @param endpoint the CSMS, {@code wss://host:port/path}; the identity is appended to it
 * @param identity the station's name in OCPP, 1 to 48 characters
 * @param password for basic auth, 16 to 64 characters (security profile 2)
 * @param anchors {@code operatorRoots} vouch for the CSMS's TLS certificate, {@code v2gRoots} for
 *     the SECC's certificate; {@code moRoots}, if there are any, let the station check contracts
 *     itself
 * @param directory where the event queue and the SECC's key and certificate are kept
 * @param evses OCPP's number of each EVSE the SECC names
 * @param seccId common name of the SECC's certificate
 * @param organization and {@code country} of the SECC's certificate
 * @param externalToken what is asked for when somebody wants to charge without a contract
 * @param timing how long and how often
 */
public record StationOptions(
        URI endpoint,
        String identity,
        String password,
        TrustAnchors anchors,
        Path directory,
        Map<String, Integer> evses,
        String vendor,
        String model,
        String seccId,
        String organization,
        String country,
        IdToken externalToken,
        Timing timing,
        Clock clock) {

    /** Somebody whom nobody asks who he is: charging is free, or the CSMS refuses. */
    public static final IdToken NOBODY = new IdToken(null, "", IdTokenType.NO_AUTHORIZATION);

    /** Checks the parts that would otherwise be found wrong only when the CSMS refuses them. */
    public StationOptions {
        if (!"wss".equals(endpoint.getScheme())) {
            throw new IllegalArgumentException(
                    "expected a wss: address for the CSMS, found " + endpoint);
        }
        if (!identity.matches("[A-Za-z0-9*_=+|@.-]{1,48}")) {
            throw new IllegalArgumentException(
                    "expected a station identity of 1 to 48 letters, digits and * _ = + | @ . -,"
                            + " found "
                            + identity);
        }
        evses = Map.copyOf(evses);
    }

    /** A station with one EVSE and usual names and times. */
    public static StationOptions of(
            URI endpoint,
            String identity,
            String password,
            TrustAnchors anchors,
            Path directory,
            String evse) {
        return new StationOptions(
                endpoint,
                identity,
                password,
                anchors,
                directory,
                Map.of(evse, 1),
                "plugcharge",
                "DC 400 A",
                identity,
                "plugcharge",
                "DE",
                NOBODY,
                Timing.DEFAULT,
                Clock.systemUTC());
    }

    /** The same with another name in the SECC's certificate. */
    public StationOptions withSecc(String newSeccId, String newOrganization, String newCountry) {
        return new StationOptions(
                endpoint,
                identity,
                password,
                anchors,
                directory,
                evses,
                vendor,
                model,
                newSeccId,
                newOrganization,
                newCountry,
                externalToken,
                timing,
                clock);
    }

    /** The same with another token for who charges without a contract. */
    public StationOptions withExternalToken(IdToken newToken) {
        return new StationOptions(
                endpoint,
                identity,
                password,
                anchors,
                directory,
                evses,
                vendor,
                model,
                seccId,
                organization,
                country,
                newToken,
                timing,
                clock);
    }

    /** The same with other times. */
    public StationOptions withTiming(Timing newTiming) {
        return new StationOptions(
                endpoint,
                identity,
                password,
                anchors,
                directory,
                evses,
                vendor,
                model,
                seccId,
                organization,
                country,
                externalToken,
                newTiming,
                clock);
    }

    /**
     * How long and how often.
     *
     * @param call how long an answer of the CSMS may take
     * @param install how long the vehicle's certificate may take: the vehicle waits 5 s, the SECC
     *     answers after 4.5 s
     * @param ping how often the connection is tried; it is given up when nothing came back for
     *     three times as long
     * @param sample how often at most meter values of a running transaction are sent
     * @param signing how long after SignCertificate the chain may take before the CSR is sent
     *     again; doubles each time
     * @param signingRepeats how often the CSR is sent again
     */
    public record Timing(
            Duration call,
            Duration install,
            Duration ping,
            Duration sample,
            Duration signing,
            int signingRepeats,
            Backoff backoff) {

        /** 30 s, 4 s, 30 s, 30 s, 30 s three times. */
        public static final Timing DEFAULT =
                new Timing(
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30),
                        3,
                        Backoff.DEFAULT);

        /** The same with meter values as often as {@code newSample}. */
        public Timing sampledEvery(Duration newSample) {
            return new Timing(call, install, ping, newSample, signing, signingRepeats, backoff);
        }

        /** The same with another wait between attempts to connect. */
        public Timing withBackoff(Backoff newBackoff) {
            return new Timing(call, install, ping, sample, signing, signingRepeats, newBackoff);
        }
    }
}
