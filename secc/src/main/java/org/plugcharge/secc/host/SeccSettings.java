package org.plugcharge.secc.host;

import org.plugcharge.certs.tls.ServerProfile;
import org.plugcharge.secc.session.AppProtocolNegotiation.Protocol;
import org.plugcharge.secc.session.iso2.Iso2Station.ContractCheck;
import org.plugcharge.secc.session.iso2.StationPolicy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a station is told at its start.
 *
 * @param address where vehicles connect: the link-local address of the interface the modem makes,
 *     or loopback
 * @param discoveryPort UDP port of discovery: 15118, 0 for a free one on loopback
 * @param identity the chains for TLS, asked anew for each connection, so that a renewed certificate
 *     is used at once
 * @param evseId as vehicle and back end know the connector
 * @param external whether somebody may identify at the station
 * @param contract whether contracts are taken
 * @param installation whether contract certificates can be installed
 * @param contractCheck what the station itself holds against a contract chain
 * @param offeredWatts what is offered to a vehicle, unless the back end has schedules; the
 *     connector's limit if that is less
 * @param meterInterval how often the meter is told to the back end
 * @param policy receipts, renegotiation, value-added services
 * @param protocols what is spoken; DIN SPEC 70121 only where it fits: DC, without TLS, and where
 *     somebody may identify at the station
 */
public record SeccSettings(
        InetAddress address,
        int discoveryPort,
        TlsPolicy tls,
        Supplier<ServerProfile> identity,
        String evseId,
        boolean external,
        boolean contract,
        boolean installation,
        ContractCheck contractCheck,
        int offeredWatts,
        Duration meterInterval,
        StationPolicy policy,
        Set<Protocol> protocols) {

    /** Copies the set; {@link IllegalArgumentException} for none. */
    public SeccSettings {
        protocols = Set.copyOf(protocols);
        if (protocols.isEmpty()) {
            throw new IllegalArgumentException("expected at least one protocol");
        }
    }

    /** With every protocol. */
    public SeccSettings(
            InetAddress address,
            int discoveryPort,
            TlsPolicy tls,
            Supplier<ServerProfile> identity,
            String evseId,
            boolean external,
            boolean contract,
            boolean installation,
            ContractCheck contractCheck,
            int offeredWatts,
            Duration meterInterval,
            StationPolicy policy) {
        this(
                address,
                discoveryPort,
                tls,
                identity,
                evseId,
                external,
                contract,
                installation,
                contractCheck,
                offeredWatts,
                meterInterval,
                policy,
                EnumSet.allOf(Protocol.class));
    }

    /** With every protocol and the usual policy. */
    public SeccSettings(
            InetAddress address,
            int discoveryPort,
            TlsPolicy tls,
            Supplier<ServerProfile> identity,
            String evseId,
            boolean external,
            boolean contract,
            boolean installation,
            ContractCheck contractCheck,
            int offeredWatts,
            Duration meterInterval) {
        this(
                address,
                discoveryPort,
                tls,
                identity,
                evseId,
                external,
                contract,
                installation,
                contractCheck,
                offeredWatts,
                meterInterval,
                StationPolicy.USUAL);
    }

    /** The same with another policy. */
    public SeccSettings with(StationPolicy other) {
        return new SeccSettings(
                address,
                discoveryPort,
                tls,
                identity,
                evseId,
                external,
                contract,
                installation,
                contractCheck,
                offeredWatts,
                meterInterval,
                other,
                protocols);
    }

    /** The same, speaking only these. */
    public SeccSettings speaking(Set<Protocol> spoken) {
        return new SeccSettings(
                address,
                discoveryPort,
                tls,
                identity,
                evseId,
                external,
                contract,
                installation,
                contractCheck,
                offeredWatts,
                meterInterval,
                policy,
                spoken);
    }

    /**
     * The link-local IPv6 address of {@code name}; loopback for "lo"; {@link SeccException} with
     * advice if there is none.
     */
    public static InetAddress addressOf(String name) {
        try {
            NetworkInterface network = NetworkInterface.getByName(name);
            if (network == null) {
                throw new SeccException(
                        "there is no network interface '"
                                + name
                                + "'; `ip link` shows those there are");
            }
            if (network.isLoopback()) {
                return loopback(network);
            }
            return network.inetAddresses()
                    .filter(address ->
                            address instanceof Inet6Address && address.isLinkLocalAddress())
                    .findFirst()
                    .orElseThrow(() ->
                            new SeccException(
                                    "interface '"
                                            + name
                                            + "' has no link-local IPv6 address; bring it"
                                            + " up with `ip link set "
                                            + name
                                            + " up`"));
        } catch (java.net.SocketException e) {
            throw new SeccException(
                    "interface '" + name + "' can't be looked at: " + e.getMessage(), e);
        }
    }

    /** ::1, or 127.0.0.1 on a machine without IPv6. */
    private static InetAddress loopback(NetworkInterface network) {
        return network.inetAddresses()
                .filter(Inet6Address.class::isInstance)
                .findFirst()
                .orElseGet(InetAddress::getLoopbackAddress);
    }
}
