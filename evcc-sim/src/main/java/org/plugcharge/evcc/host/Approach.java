package org.plugcharge.evcc.host;

import org.plugcharge.certs.RevocationSnapshot.Policy;
import org.plugcharge.certs.tls.ClientProfile;
import org.plugcharge.certs.tls.KeyLog;
import org.plugcharge.v2g.v2gtp.SdpSecurity;

import java.net.NetworkInterface;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a car comes to a station: discovery on an interface and a port (15118), then a connection
 * with TLS or without, as the station answers and the car insists.
 *
 * @param keys with which stations are judged; without them there is no TLS
 * @param staples whether the station must show OCSP answers [V2G2-871]
 * @param keyLog where secrets of TLS go
 */
public record Approach(
        NetworkInterface network,
        int discoveryPort,
        SdpSecurity wanted,
        Optional<PkiCarKeys> keys,
        Policy staples,
        Wiretap tap,
        KeyLog keyLog) {

    /** To a station that need not show OCSP answers. */
    public Approach(
            NetworkInterface network,
            int discoveryPort,
            SdpSecurity wanted,
            Optional<PkiCarKeys> keys,
            Wiretap tap,
            KeyLog keyLog) {
        this(network, discoveryPort, wanted, keys, Policy.IF_ANSWERED, tap, keyLog);
    }

    /** The connection; {@link CarException} says what is in the way. */
    public Link connect(Consumer<String> log) {
        SdpClient.Found station = SdpClient.find(network, discoveryPort, wanted, log, tap);
        log.accept(
                "station at " + station.address() + ", security " + station.response().security());
        Link link = connect(station);
        link.summary()
                .ifPresent(agreed -> log.accept(agreed.version() + " " + agreed.cipherSuite()));
        return link;
    }

    private Link connect(SdpClient.Found station) {
        SdpSecurity offered = station.response().security();
        if (offered == SdpSecurity.NONE) {
            if (wanted == SdpSecurity.TLS) {
                throw new CarException(
                        "the station offers no TLS; without it there is no Plug and Charge");
            }
            return Link.plain(station.address(), tap);
        }
        ClientProfile profile =
                keys.orElseThrow(() ->
                                new CarException("the station insists on TLS: give --pki DIR"))
                        .tlsProfile(staples);
        try {
            return Link.tls(station.address(), profile.logging(keyLog), new SecureRandom(), tap);
        } catch (CarException e) {
            throw new CarException(e.getMessage() + advice(e), e);
        }
    }

    private static String advice(CarException refused) {
        return String.valueOf(refused.getMessage()).contains("usable OCSP response")
                ? "; --no-staple-needed takes stations that show none"
                : "";
    }
}
