package org.plugcharge.tool;

import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.NamedValue;
import org.plugcharge.v2g.MessageSet;
import org.plugcharge.v2g.text.MessageText;
import org.plugcharge.v2g.v2gtp.PayloadType;
import org.plugcharge.v2g.v2gtp.V2gtpFrame;

import tools.jackson.databind.json.JsonMapper;

import java.util.Map;

/** The messages of a session of ISO 15118-2 with alternating current, one to be had at a time. */
final class Ride {

    static final String SESSION = "0102030405060708";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String STATUS =
            "\"AC_EVSEStatus\":{\"NotificationMaxDelay\":0,\"EVSENotification\":\"None\",\"RCD\":false}";

    private Ride() {}

    static V2gtpFrame offer() {
        return frame(
                MessageSet.APP,
                "supportedAppProtocolReq",
                "{\"AppProtocol\":[{\"ProtocolNamespace\":\"urn:iso:15118:2:2013:MsgDef\","
                        + "\"VersionNumberMajor\":2,\"VersionNumberMinor\":0,\"SchemaID\":7,"
                        + "\"Priority\":1}]}");
    }

    static V2gtpFrame choice() {
        return frame(
                MessageSet.APP,
                "supportedAppProtocolRes",
                "{\"ResponseCode\":\"OK_SuccessfulNegotiation\",\"SchemaID\":7}");
    }

    static V2gtpFrame setup() {
        return message("00", "SessionSetupReq", "{\"EVCCID\":\"020000000001\"}");
    }

    static V2gtpFrame setUp() {
        return message(
                SESSION,
                "SessionSetupRes",
                "{\"ResponseCode\":\"OK_NewSessionEstablished\",\"EVSEID\":\"DE*PNC*E00001\"}");
    }

    static V2gtpFrame discovery() {
        return message(SESSION, "ServiceDiscoveryReq", "{}");
    }

    static V2gtpFrame discovered() {
        return message(
                SESSION,
                "ServiceDiscoveryRes",
                "{\"ResponseCode\":\"OK\",\"PaymentOptionList\":{\"PaymentOption\":[\"ExternalPayment\"]},"
                    + "\"ChargeService\":{\"ServiceID\":1,\"ServiceCategory\":\"EVCharging\","
                    + "\"FreeService\":true,\"SupportedEnergyTransferMode\":"
                    + "{\"EnergyTransferMode\":[\"AC_three_phase_core\"]}}}");
    }

    static V2gtpFrame selection() {
        return message(
                SESSION,
                "PaymentServiceSelectionReq",
                "{\"SelectedPaymentOption\":\"ExternalPayment\",\"SelectedServiceList\":"
                        + "{\"SelectedService\":[{\"ServiceID\":1}]}}");
    }

    static V2gtpFrame selected() {
        return message(SESSION, "PaymentServiceSelectionRes", "{\"ResponseCode\":\"OK\"}");
    }

    static V2gtpFrame authorization(String session) {
        return message(session, "AuthorizationReq", "{}");
    }

    static V2gtpFrame authorized(String processing) {
        return message(
                SESSION,
                "AuthorizationRes",
                "{\"ResponseCode\":\"OK\",\"EVSEProcessing\":\"" + processing + "\"}");
    }

    static V2gtpFrame status() {
        return message(SESSION, "ChargingStatusReq", "{}");
    }

    static V2gtpFrame power(String progress) {
        return message(
                SESSION,
                "PowerDeliveryReq",
                "{\"ChargeProgress\":\"" + progress + "\",\"SAScheduleTupleID\":1}");
    }

    static V2gtpFrame powered(String code) {
        return message(
                SESSION, "PowerDeliveryRes", "{\"ResponseCode\":\"" + code + "\"," + STATUS + "}");
    }

    static V2gtpFrame stop() {
        return message(SESSION, "SessionStopReq", "{\"ChargingSession\":\"Terminate\"}");
    }

    static V2gtpFrame stopped() {
        return message(SESSION, "SessionStopRes", "{\"ResponseCode\":\"OK\"}");
    }

    private static V2gtpFrame message(String session, String name, String body) {
        return frame(
                MessageSet.ISO2,
                "V2G_Message",
                "{\"Header\":{\"SessionID\":\""
                        + session
                        + "\"},\"Body\":{\""
                        + name
                        + "\":"
                        + body
                        + "}}");
    }

    private static V2gtpFrame frame(MessageSet set, String root, String json) {
        Map<?, ?> tree = JSON.readValue(json, Map.class);
        Object value =
                MessageText.read(set, set.documents().getOrDefault(root, void.class), tree, root);
        Bytes octets = set.encodeDocument(new NamedValue(root, value));
        return new V2gtpFrame(PayloadType.EXI_MESSAGE, octets);
    }

    /** The beginning that every session has, answered in 20 ms each. */
    static CaptureFile begun() {
        CaptureFile capture = new CaptureFile().connect();
        exchange(capture, offer(), choice());
        exchange(capture, setup(), setUp());
        exchange(capture, discovery(), discovered());
        exchange(capture, selection(), selected());
        return capture;
    }

    static CaptureFile exchange(CaptureFile capture, V2gtpFrame request, V2gtpFrame response) {
        return capture.after(10).frame(true, request).after(20).frame(false, response);
    }

    static CaptureFile ended(CaptureFile capture) {
        return exchange(capture, stop(), stopped()).after(5).close(true).close(false);
    }
}
