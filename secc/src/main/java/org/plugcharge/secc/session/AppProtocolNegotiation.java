package org.plugcharge.secc.session;

import org.plugcharge.v2g.appprotocol.AppProtocol;
import org.plugcharge.v2g.appprotocol.AppProtocolResponseCode;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolReq;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolRes;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The one place where the protocol of a connection is chosen: of what we serve, what the vehicle
 * likes best [V2G2-169].
 */
public final class AppProtocolNegotiation {

    private AppProtocolNegotiation() {}

    /** What was chosen; without a protocol the answer is Failed_NoNegotiation. */
    public record Choice(SupportedAppProtocolRes answer, Optional<Protocol> protocol) {}

    /** A protocol this station can serve: namespace and version as in supportedAppProtocolReq. */
    public enum Protocol {
        /** DIN SPEC 70121:2012: DC only, identification at the station, no TLS. */
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

        private boolean meets(AppProtocol offer) {
            return namespace.equals(offer.protocolNamespace())
                    && major == offer.versionNumberMajor();
        }
    }

    /**
     * Chooses among {@code served}; an offer whose minor version differs is served with
     * OK_..._WithMinorDeviation.
     */
    public static Choice choose(SupportedAppProtocolReq request, List<Protocol> served) {
        return request.appProtocols().stream()
                .sorted(Comparator.comparingInt(AppProtocol::priority))
                .flatMap(offer ->
                        served.stream()
                                .filter(protocol -> protocol.meets(offer))
                                .map(protocol -> chosen(protocol, offer)))
                .findFirst()
                .orElseGet(() ->
                        new Choice(
                                new SupportedAppProtocolRes(
                                        AppProtocolResponseCode.FAILED_NO_NEGOTIATION, null),
                                Optional.empty()));
    }

    private static Choice chosen(Protocol protocol, AppProtocol offer) {
        AppProtocolResponseCode code =
                protocol.minor == offer.versionNumberMinor()
                        ? AppProtocolResponseCode.OK_SUCCESSFUL_NEGOTIATION
                        : AppProtocolResponseCode.OK_SUCCESSFUL_NEGOTIATION_WITH_MINOR_DEVIATION;
        return new Choice(
                new SupportedAppProtocolRes(code, offer.schemaId()), Optional.of(protocol));
    }
}
