package org.plugcharge.v2g.v2gtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.plugcharge.exi.Bytes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

class V2gtpDecoderTest {

    private static final V2gtpFrame FIRST =
            new V2gtpFrame(PayloadType.EXI_MESSAGE, Bytes.fromHex("809802"));
    private static final V2gtpFrame SECOND = new V2gtpFrame(PayloadType.ISO20_DC, Bytes.EMPTY);

    @Test
    void framesComeOutWhateverThePieces() {
        Bytes stream = FIRST.encode().plus(SECOND.encode()).plus(FIRST.encode());
        assertThat(FIRST.encode().toHex()).isEqualTo("01fe800100000003809802");
        for (int piece = 1; piece <= stream.length(); piece++) {
            V2gtpDecoder decoder = new V2gtpDecoder();
            List<V2gtpEvent> events = new ArrayList<>();
            for (int at = 0; at < stream.length(); at += piece) {
                events.addAll(
                        decoder.feed(stream.slice(at, Math.min(stream.length(), at + piece))));
            }
            assertThat(events).containsExactly(FIRST, SECOND, FIRST);
            assertThat(decoder.midFrame()).isFalse();
        }
    }

    /** [V2G2-800] */
    @Test
    void unknownPayloadTypeIsPassedOver() {
        Bytes stream = Bytes.fromHex("01fe123400000002aabb").plus(FIRST.encode());
        assertThat(new V2gtpDecoder().feed(stream)).containsExactly(new Skipped(0x1234, 2), FIRST);
    }

    @Test
    void lengthIsCheckedAgainstTheTypesLimitBeforeThePayloadComes() {
        V2gtpDecoder decoder = new V2gtpDecoder();
        assertThat(decoder.feed(Bytes.fromHex("01fe8001ffffffff")))
                .singleElement()
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> {
                            assertThat(broken.reason()).isEqualTo(Broken.Reason.PAYLOAD_TOO_LONG);
                            assertThat(broken.text()).contains("65536").contains("4294967295");
                        });
        assertThat(decoder.feed(FIRST.encode())).isEmpty();
        assertThat(new V2gtpDecoder().feed(Bytes.fromHex("01fe7fff00010001")))
                .singleElement()
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken ->
                                assertThat(broken.reason())
                                        .isEqualTo(Broken.Reason.UNKNOWN_PAYLOAD_TOO_LONG));
    }

    @Test
    void wrongVersionBreaksAtTheFirstWrongOctet() {
        assertThat(new V2gtpDecoder().feed(Bytes.fromHex("16")))
                .singleElement()
                .isInstanceOf(Broken.class);
        assertThat(new V2gtpDecoder().feed(Bytes.fromHex("01ff")))
                .singleElement()
                .isInstanceOf(Broken.class);
    }

    @Test
    void discoveryMessages() {
        SdpRequest request = new SdpRequest(SdpSecurity.TLS, SdpTransport.TCP);
        assertThat(request.frame().encode().toHex()).isEqualTo("01fe9000000000020000");
        assertThat(SdpRequest.parse(V2gtpFrame.ofDatagram(request.frame().encode()).payload()))
                .isEqualTo(request);
        SdpResponse response =
                new SdpResponse(
                        Bytes.fromHex("fe80000000000000020000fffe000001"),
                        61341,
                        SdpSecurity.NONE,
                        SdpTransport.TCP);
        assertThat(response.frame().encode().toHex())
                .isEqualTo("01fe900100000014fe80000000000000020000fffe000001ef9d1000");
        assertThat(SdpResponse.parse(response.encode())).isEqualTo(response);
        assertThatThrownBy(() -> SdpRequest.parse(Bytes.fromHex("0100")))
                .isInstanceOf(V2gtpException.class)
                .hasMessageContaining("found 01");
        assertThatThrownBy(() ->
                        V2gtpFrame.ofDatagram(request.frame().encode().plus(Bytes.of((byte) 0))))
                .isInstanceOf(V2gtpException.class);
        assertThatThrownBy(() -> V2gtpFrame.ofDatagram(Bytes.fromHex("01fe90")))
                .isInstanceOf(V2gtpException.class);
    }

    /** Every type is taken up to its limit and refused one octet beyond, before any of it comes. */
    @Test
    void everyTypeHasItsNumberAndItsLimit() {
        Set<Integer> codes = new HashSet<>();
        for (PayloadType type : PayloadType.values()) {
            assertThat(codes.add(type.code())).as(type.name()).isTrue();
            assertThat(PayloadType.of(type.code())).contains(type);
            V2gtpFrame longest = new V2gtpFrame(type, Bytes.owning(new byte[type.limit()]));
            assertThat(new V2gtpDecoder().feed(longest.encode())).containsExactly(longest);
            byte[] header = new byte[V2gtpFrame.HEADER_LENGTH];
            V2gtpFrame.writeHeader(type, type.limit() + 1, header, 0);
            assertThat(new V2gtpDecoder().feed(Bytes.owning(header)))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Broken.class,
                            broken ->
                                    assertThat(broken.reason())
                                            .isEqualTo(Broken.Reason.PAYLOAD_TOO_LONG));
        }
        assertThat(codes)
                .containsExactlyInAnyOrder(
                        0x8001, 0x8002, 0x8003, 0x8004, 0x8005, 0x8006, 0x8101, 0x8102, 0x8103,
                        0x8104, 0x9000, 0x9001, 0x9002, 0x9003);
    }

    @Test
    void theWirelessPairStaysOctets() {
        Bytes datagram = Bytes.fromHex("01fe900200000003010203");
        assertThat(V2gtpFrame.ofDatagram(datagram))
                .isEqualTo(
                        new V2gtpFrame(PayloadType.SDP_WIRELESS_REQUEST, Bytes.fromHex("010203")));
    }
}
