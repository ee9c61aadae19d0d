package org.plugcharge.v2g.iso20.acdp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.MessageSet;
import org.plugcharge.v2g.iso20.MessageHeader;
import org.plugcharge.v2g.iso20.Processing;
import org.plugcharge.v2g.iso20.ResponseCode;

import java.util.List;

class AcdpCodecTest {

    private static final MessageHeader HEADER =
            new MessageHeader(Bytes.fromHex("0102030405060708"), 1_700_000_000L, null);

    private static final AcdpConnectReq CONNECT_REQ =
            new AcdpConnectReq(HEADER, ElectricalChargingDeviceStatus.STATE_B);
    private static final AcdpConnectRes CONNECT_RES =
            new AcdpConnectRes(
                    HEADER,
                    ResponseCode.OK,
                    Processing.ONGOING,
                    ElectricalChargingDeviceStatus.STATE_B,
                    MechanicalChargingDeviceStatus.MOVING);
    private static final AcdpDisconnectReq DISCONNECT_REQ =
            new AcdpDisconnectReq(HEADER, ElectricalChargingDeviceStatus.STATE_B);
    private static final AcdpDisconnectRes DISCONNECT_RES =
            new AcdpDisconnectRes(
                    HEADER,
                    ResponseCode.OK,
                    Processing.ONGOING,
                    ElectricalChargingDeviceStatus.STATE_B,
                    MechanicalChargingDeviceStatus.MOVING);

    /**
     * Some codecs sort the messages by the names of their types, of which two have the same for
     * connecting and disconnecting, so that one message is read as another.
     */
    @Test
    void messagesAreNumberedByTheNamesOfTheirElements() {
        List<AcdpMessage> inOrder =
                List.of(CONNECT_REQ, CONNECT_RES, DISCONNECT_REQ, DISCONNECT_RES);
        for (int code = 0; code < inOrder.size(); code++) {
            Bytes octets = AcdpCodec.MESSAGES.encode(inOrder.get(code));
            assertThat((octets.at(1) & 0xFF) >> 2).isEqualTo(code);
            assertThat(AcdpCodec.MESSAGES.decode(octets)).isEqualTo(inOrder.get(code));
        }
    }

    @Test
    void connectingAndDisconnectingDifferInTheirNameOnly() {
        byte[] connect = AcdpCodec.MESSAGES.encode(CONNECT_REQ).toArray();
        connect[1] ^= 2 << 2;
        assertThat(AcdpCodec.MESSAGES.decode(Bytes.owning(connect))).isEqualTo(DISCONNECT_REQ);
        assertThat(MessageSet.ISO20_ACDP.decodeDocument(Bytes.owning(connect)).name())
                .isEqualTo("ACDP_DisconnectReq");
    }
}
