package org.plugcharge.evcc.command;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.RevocationSnapshot.Policy;
import org.plugcharge.evcc.host.CarException;
import org.plugcharge.exi.Bytes;
import org.plugcharge.plc.host.Modem;
import org.plugcharge.plc.host.PevMatching;
import org.plugcharge.plc.mme.MacAddress;
import org.plugcharge.plc.port.PortException;
import org.plugcharge.plc.port.RawSocket;
import org.plugcharge.plc.slac.PevSlac;
import org.plugcharge.v2g.v2gtp.SdpRequest;

import picocli.CommandLine.Option;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.security.SecureRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Where the station is and how to reach it. */
final class StationOptions {

    @Option(
            names = "--interface",
            paramLabel = "IF",
            description = "network interface of the charging cable; lo works too")
    private @Nullable String network;

    @Option(names = "--tls", description = "insist on TLS")
    private boolean tls;

    @Option(
            names = "--no-staple-needed",
            description =
                    "take stations that show no OCSP answers with their certificates, as most do;"
                            + " without this they are refused, as ISO 15118-2 asks; answers that"
                            + " are shown always count")
    private boolean noStapleNeeded;

    @Option(
            names = "--slac",
            description =
                    "match the station by SLAC first, with the PLC modem on the interface (QCA7000"
                            + " family; needs CAP_NET_RAW)")
    private boolean slac;

    @Option(
            names = "--discovery-port",
            paramLabel = "PORT",
            hidden = true,
            defaultValue = "" + SdpRequest.PORT)
    private int discoveryPort = SdpRequest.PORT;

    boolean named() {
        return network != null;
    }

    boolean insistsOnTls() {
        return tls;
    }

    boolean slac() {
        return slac;
    }

    int discoveryPort() {
        return discoveryPort;
    }

    private String name() {
        if (network == null) {
            throw new CarException("--interface IF is missing: which interface is the cable on?");
        }
        return network;
    }

    NetworkInterface networkInterface() {
        try {
            NetworkInterface found = NetworkInterface.getByName(name());
            if (found == null) {
                throw new CarException(
                        "there is no interface "
                                + network
                                + "; there are: "
                                + NetworkInterface.networkInterfaces()
                                        .map(NetworkInterface::getName)
                                        .collect(Collectors.joining(", ")));
            }
            return found;
        } catch (SocketException e) {
            throw new CarException("the interfaces can't be looked at: " + e.getMessage(), e);
        }
    }

    /** Whether a station must show OCSP answers. */
    Policy staples() {
        return noStapleNeeded ? Policy.IF_ANSWERED : Policy.ALWAYS;
    }

    /** Joins the station's power line network. */
    void match(Consumer<String> log) {
        try (RawSocket port = RawSocket.open(name())) {
            Modem modem = Modem.find(port);
            log.accept("modem " + modem.address() + ", " + modem.version());
            switch (PevMatching.match(port, modem, StationOptions::entropy, log)) {
                case PevMatching.Outcome.Linked(MacAddress station) ->
                        log.accept("SLAC: matched with " + station + ", link is up");
                case PevMatching.Outcome.GaveUp(PevSlac.Reason reason) ->
                        throw new CarException("SLAC found no station: " + reason);
            }
        } catch (PortException e) {
            throw new CarException(String.valueOf(e.getMessage()));
        }
    }

    private static Bytes entropy(int count) {
        byte[] octets = new byte[count];
        new SecureRandom().nextBytes(octets);
        return Bytes.owning(octets);
    }
}
