package org.plugcharge.v2g.din70121;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.plugcharge.exi.BitWriter;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.exi.NamedValue;

import java.util.List;

class Din70121CodecTest {

    private static final Bytes SESSION = Bytes.fromHex("0102030405060708");

    /** Code 77 of 7 bits behind the header: how a log is told from one of ISO 15118-2 (8098). */
    @Test
    void aMessageStartsWith809a() {
        V2gMessage message =
                V2gMessage.of(
                        Bytes.fromHex("00"), new SessionSetupReq(Bytes.fromHex("001122334455")));
        Bytes octets = Din70121Codec.encode(message);
        assertThat(octets.toHex()).startsWith("809a");
        assertThat(Din70121Codec.decode(octets)).isEqualTo(message);
    }

    @Test
    void everyWayToEncodeWritesTheSame() {
        V2gMessage message = V2gMessage.of(SESSION, new SessionStopReq());
        Bytes octets = Din70121Codec.encode(message);
        BitWriter out = new BitWriter();
        Din70121Codec.encode(message, out);
        assertThat(out.toBytes()).isEqualTo(octets);
        byte[] target = new byte[octets.length() + 2];
        assertThat(Din70121Codec.encode(message, target, 2)).isEqualTo(octets.length());
        assertThat(Din70121Codec.decode(target, 2, octets.length())).isEqualTo(message);
    }

    /** The unit may be missing, and lists have no upper bound. */
    @Test
    void whatIso2DoesNotAllow() {
        List<PMaxScheduleEntry> entries =
                java.util.stream.IntStream.range(0, 1500)
                        .mapToObj(index ->
                                new PMaxScheduleEntry(new RelativeTimeInterval(index, null), index))
                        .toList();
        PhysicalValue bare = new PhysicalValue(0, null, 400);
        V2gMessage message =
                V2gMessage.of(
                        SESSION,
                        new ChargeParameterDiscoveryRes(
                                ResponseCode.OK,
                                EvseProcessing.FINISHED,
                                new SaScheduleList(
                                        List.of(
                                                new SaScheduleTuple(
                                                        1, new PMaxSchedule(7, entries), null))),
                                new DcEvseChargeParameter(
                                        new DcEvseStatus(
                                                IsolationLevel.VALID,
                                                DcEvseStatusCode.READY,
                                                0,
                                                EvseNotification.NONE),
                                        bare,
                                        null,
                                        bare,
                                        bare,
                                        bare,
                                        null,
                                        bare,
                                        null)));
        assertThat(Din70121Codec.decode(Din70121Codec.encode(message))).isEqualTo(message);
    }

    @Test
    void theKindOfAParameterIsThatOfItsValue() {
        assertThat(Parameter.of("Port", new ParameterValue.OfString("443")).type())
                .isEqualTo(ValueType.STRING);
        assertThat(Parameter.of("On", new ParameterValue.OfBool(true)).type())
                .isEqualTo(ValueType.BOOL);
    }

    @Test
    void signedElementsAreFragments() {
        ContractAuthenticationReq request = new ContractAuthenticationReq("id1", "challenge");
        assertThat(Din70121Codec.decodeFragment(Din70121Codec.fragment(request)))
                .isEqualTo(new NamedValue("ContractAuthenticationReq", request));
    }

    @Test
    void anotherRootIsRefused() {
        assertThatThrownBy(() -> Din70121Codec.decode(Bytes.fromHex("8098000000000000")))
                .isInstanceOf(ExiException.class);
        assertThatThrownBy(() ->
                        Din70121Codec.encode(
                                V2gMessage.of(SESSION.plus(SESSION), new SessionStopReq())))
                .hasMessageContaining(
                        "V2G_Message/Header/SessionID: expected 0 to 8 octets, found 16");
    }
}
