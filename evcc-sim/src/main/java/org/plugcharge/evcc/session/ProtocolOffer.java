package org.plugcharge.evcc.session;

import org.plugcharge.v2g.appprotocol.AppProtocol;
import org.plugcharge.v2g.appprotocol.AppProtocolResponseCode;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolReq;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolRes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The protocols a car offers, the one it likes best first; the station chooses among them. */
public record ProtocolOffer(List<Protocol> protocols) {

    /** A protocol this car can speak: namespace and version as in supportedAppProtocolReq. */
    public enum Protocol {
        /** DIN SPEC 70121:2012: DC only, paid at the station, no TLS. */
        DIN("urn:din:70121:2012:MsgDef", 2, 0),
        /** ISO 15118-2:2013. */
        ISO2("urn:iso:15118:2:2013:MsgDef", 2, 0);

        private final String namespace;
        private final long major;
        private final long minor;

        Protocol(String namespace, long major, long minor) {
            this.namespace = namespace;
            this.major = major;
            this.minor = minor;
        }
    }

    /** Copies the list; {@link IllegalArgumentException} for none or one that stands twice. */
    public ProtocolOffer {
        protocols = List.copyOf(protocols);
        if (protocols.isEmpty() || protocols.stream().distinct().count() < protocols.size()) {
            throw new IllegalArgumentException("expected different protocols, got " + protocols);
        }
    }

    /** What is sent: priority and schema id both count from 1. */
    public SupportedAppProtocolReq request() {
        List<AppProtocol> offers = new ArrayList<>();
        for (Protocol protocol : protocols) {
            int number = offers.size() + 1;
            offers.add(
                    new AppProtocol(
                            protocol.namespace, protocol.major, protocol.minor, number, number));
        }
        return new SupportedAppProtocolReq(offers);
    }

    /** What the station chose; empty if it chose nothing, or nothing that was offered. */
    public Optional<Protocol> agreed(SupportedAppProtocolRes response) {
        Integer chosen = response.schemaId();
        return response.responseCode() == AppProtocolResponseCode.FAILED_NO_NEGOTIATION
                        || chosen == null
                        || chosen < 1
                        || chosen > protocols.size()
                ? Optional.empty()
                : Optional.of(protocols.get(chosen - 1));
    }
}
