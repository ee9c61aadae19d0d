package org.plugcharge.v2g.iso20.commonmessages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.plugcharge.exi.BitWriter;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.exi.NamedValue;
import org.plugcharge.v2g.MessageSet;
import org.plugcharge.v2g.iso20.MessageHeader;
import org.plugcharge.v2g.iso20.MeterInfo;
import org.plugcharge.v2g.iso20.RationalNumber;
import org.plugcharge.v2g.iso20.dc.DcCableCheckReq;
import org.plugcharge.v2g.iso20.dc.DcCodec;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

class CommonMessagesCodecTest {

    private static final MessageHeader HEADER =
            MessageHeader.of(Bytes.fromHex("0102030405060708"), 300);
    private static final SessionSetupReq REQUEST = new SessionSetupReq(HEADER, "AB");

    private static final RationalNumber ONE = new RationalNumber(0, 1);
    private static final SignedMeteringData METERING =
            new SignedMeteringData(
                    "id1",
                    HEADER.sessionId(),
                    new MeterInfo("meter", 1_000, null, null, null, null, null, null),
                    null,
                    new DynamicSmdtControlMode());

    /** Bit by bit, as EXI 1.0 says it. */
    private static final Bytes OCTETS =
            bits(
                    "10000000", // header: EXI 1.0, no options
                    "100011", // element 35 of 54 global ones, SessionSetupReq
                    "0", // Header, the only thing that may come
                    "0", // SessionID
                    "0", // its text
                    "00001000", // eight octets
                    "00000001 00000010 00000011 00000100 00000101 00000110 00000111 00001000",
                    "0", // end of SessionID
                    "0", // TimeStamp
                    "0", // its text
                    "10101100 00000010", // 300: seven bits an octet, lowest first
                    "0", // end of TimeStamp
                    "01", // not Signature but the end of Header
                    "0", // EVCCID
                    "0", // its text
                    "00000100", // a literal of two characters
                    "01000001 01000010", // AB
                    "0", // end of EVCCID
                    "0"); // end of SessionSetupReq

    private static Bytes bits(String... parts) {
        String all = String.join("", parts).replace(" ", "");
        String padded = all + "0".repeat(-all.length() & 7);
        byte[] octets = new BigInteger(padded, 2).toByteArray();
        int length = padded.length() / 8;
        return Bytes.owning(Arrays.copyOfRange(octets, octets.length - length, octets.length));
    }

    @Test
    void aMessageLiesInBitsAsEverywhere() {
        assertThat(CommonMessagesCodec.MESSAGES.encode(REQUEST)).isEqualTo(OCTETS);
        assertThat(CommonMessagesCodec.MESSAGES.decode(OCTETS)).isEqualTo(REQUEST);
    }

    @Test
    void buffersOfTheCallerAreUsed() {
        BitWriter out = new BitWriter();
        CommonMessagesCodec.MESSAGES.encode(REQUEST, out);
        CommonMessagesCodec.MESSAGES.encode(REQUEST, out);
        assertThat(out.toBytes()).isEqualTo(OCTETS);
        byte[] frame = new byte[100];
        int length = CommonMessagesCodec.MESSAGES.encode(REQUEST, frame, 8);
        assertThat(length).isEqualTo(OCTETS.length());
        assertThat(CommonMessagesCodec.MESSAGES.decode(frame, 8, length)).isEqualTo(REQUEST);
    }

    @Test
    void whatIsNoMessageOfTheSetIsRefused() {
        Bytes other = DcCodec.MESSAGES.encode(new DcCableCheckReq(HEADER));
        assertThatThrownBy(() -> CommonMessagesCodec.MESSAGES.decode(other))
                .isInstanceOf(ExiException.class)
                .hasMessageContaining("expected");
        Bytes element =
                MessageSet.ISO20_COMMON_MESSAGES.encodeDocument(
                        new NamedValue("SignedMeteringData", METERING));
        assertThatThrownBy(() -> CommonMessagesCodec.MESSAGES.decode(element))
                .isInstanceOf(ExiException.class)
                .hasMessageStartingWith("expected a CommonMessage, found SignedMeteringData");
        assertThatThrownBy(() ->
                        CommonMessagesCodec.MESSAGES.decode(OCTETS.slice(0, OCTETS.length() - 2)))
                .isInstanceOf(ExiException.class)
                .hasMessageStartingWith("SessionSetupReq/EVCCID: expected ");
        assertThatThrownBy(() ->
                        CommonMessagesCodec.MESSAGES.encode(
                                new SessionSetupReq(HEADER, "x".repeat(256))))
                .isInstanceOf(ExiException.class)
                .hasMessageStartingWith(
                        "SessionSetupReq/EVCCID: expected a string of 0 to 255 characters, found"
                                + " 256");
    }

    @Test
    void everySignedElementIsAFragmentOfItsOwn() {
        SubCertificates subs = new SubCertificates(List.of(Bytes.fromHex("30")));
        ContractCertificateChain chain = new ContractCertificateChain(Bytes.fromHex("30"), subs);
        PncAReqAuthorizationMode authorization =
                new PncAReqAuthorizationMode("id1", Bytes.fromHex("00".repeat(16)), chain);
        SignedCertificateChain provisioning =
                new SignedCertificateChain("id1", Bytes.fromHex("30"), subs);
        SignedInstallationData installation =
                new SignedInstallationData(
                        "id1",
                        chain,
                        EcdhCurve.X448,
                        Bytes.fromHex("04".repeat(133)),
                        new EncryptedPrivateKey.X448(Bytes.fromHex("05".repeat(84))));
        AbsolutePriceSchedule prices =
                new AbsolutePriceSchedule(
                        "id1",
                        0,
                        1,
                        null,
                        "EUR",
                        "en",
                        "urn",
                        null,
                        null,
                        null,
                        new PriceRuleStackList(
                                List.of(
                                        new PriceRuleStack(
                                                900,
                                                List.of(
                                                        new PriceRule(
                                                                ONE, null, null, null, null,
                                                                ONE))))),
                        null,
                        null);
        PriceLevelSchedule levels =
                new PriceLevelSchedule(
                        "id1",
                        0,
                        1,
                        null,
                        2,
                        new PriceLevelScheduleEntryList(
                                List.of(new PriceLevelScheduleEntry(900, 1))));
        Map<Bytes, NamedValue> fragments =
                Map.of(
                        CommonMessagesCodec.fragment(authorization),
                        new NamedValue("PnC_AReqAuthorizationMode", authorization),
                        CommonMessagesCodec.fragment(provisioning),
                        new NamedValue("OEMProvisioningCertificateChain", provisioning),
                        CommonMessagesCodec.fragment(installation),
                        new NamedValue("SignedInstallationData", installation),
                        CommonMessagesCodec.fragment(METERING),
                        new NamedValue("SignedMeteringData", METERING),
                        CommonMessagesCodec.fragment(prices),
                        new NamedValue("AbsolutePriceSchedule", prices),
                        CommonMessagesCodec.fragment(levels),
                        new NamedValue("PriceLevelSchedule", levels));
        assertThat(fragments).hasSize(6);
        fragments.forEach((octets, element) ->
                assertThat(CommonMessagesCodec.decodeFragment(octets)).isEqualTo(element));
        assertThat(MessageSet.ISO20_COMMON_MESSAGES.fragments()).hasSize(6);
    }
}
